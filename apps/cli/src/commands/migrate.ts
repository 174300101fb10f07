import type { Command } from 'commander';
import { migrateQueues } from '#jobs';
import { migrate } from '#read-side';
import { WrongUsage } from '../exit.js';

export function addMigrate(program: Command): void {
  program
    .command('migrate')
    .description('Bring the database DATABASE_URL names to the shape this version expects. Safe to run again.')
    .action(async () => {
      const url = process.env.DATABASE_URL;
      if (!url) throw new WrongUsage('DATABASE_URL must name the database');
      await migrate(url);
      await migrateQueues(url);
      console.log('The database is up to date.');
    });
}
