// Supervises what the plan in its first argument says, with the build of this library in LIBRARY.
const { supervise } = await import(process.env.LIBRARY);
const { dataDir, graceMs, postgres, children = [], failure } = JSON.parse(process.argv[2]);

const code = await supervise({
  dataDir,
  graceMs,
  onLine: (line) => console.log(line),
  begin: async (supervisor) => {
    if (postgres) console.log(`url ${(await supervisor.postgres(postgres)).url}`);
    for (const child of children) console.log(`ready ${JSON.stringify(await supervisor.start(child))}`);
    if (failure) throw new Error(failure);
    console.log('all ready');
  },
});
process.exit(code);
