// Starts a server in the directory of its first argument and says where; SIGTERM stops it.
const { startPostgres } = await import(process.env.LIBRARY);

try {
  const server = await startPostgres({ dataDir: process.argv[2] });
  process.on('SIGTERM', () => void server.stop().then(() => process.exit(0)));
  console.log(server.url);
} catch (error) {
  console.log(error.message);
  process.exit(1);
}
