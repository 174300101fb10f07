// Alerts and dashboard ask for figures that there are, and every alert has its page.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Metrics } from '../../apps/api/src/operations/metrics.js';

const rules = readFileSync('docker/prometheus/alerts.yml', 'utf8');
const dashboard = JSON.parse(readFileSync('docker/grafana/ledgerdesk.json', 'utf8')) as {
  panels: { title: string; targets: { expr: string }[] }[];
};
const asked = (expression: string): string[] => expression.match(/\b(ledgerdesk|process|nodejs)_\w+/g) ?? [];
const alerts = [...rules.matchAll(/- alert: (\w+)\n\s+expr: (.+)\n[^]*?runbook_url: (\S+)/g)].map(
  ([, name = '', expression = '', page = '']) => ({ name, expression, page }),
);

/** As they are scraped: a histogram is three series. */
async function figures(): Promise<Set<string>> {
  const page = await new Metrics().registry.metrics();
  const names = [...page.matchAll(/^# TYPE (\S+) (\w+)$/gm)].flatMap(([, name = '', kind]) =>
    kind === 'histogram' ? [`${name}_bucket`, `${name}_count`, `${name}_sum`] : [name],
  );
  return new Set(names);
}

it('asks for no figure that is not there, in alerts and in the dashboard', async () => {
  const there = await figures();
  const wanted = [rules, ...dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr))].flatMap(asked);
  expect(wanted.length).toBeGreaterThan(40);
  expect(wanted.filter((name) => !there.has(name))).toEqual([]);
});

it('shows every figure of our own in the dashboard, and describes it', async () => {
  const shown = new Set(dashboard.panels.flatMap(({ targets }) => targets.flatMap(({ expr }) => asked(expr))));
  const families = (names: Iterable<string>) =>
    new Set(
      [...names].filter((name) => name.startsWith('ledgerdesk_')).map((n) => n.replace(/_(bucket|count|sum)$/, '')),
    );
  expect([...families(await figures())].filter((name) => !families(shown).has(name))).toEqual([]);
  const described = readFileSync('docs/operations.md', 'utf8');
  for (const name of families(await figures())) expect(described).toContain(`\`${name}\``);
});

it('has one page for each alert, with its name, and no page without an alert', () => {
  expect(alerts.length).toBe(rules.match(/- alert:/g)?.length);
  for (const { name, page } of alerts) {
    expect([name, existsSync(page)]).toEqual([name, true]);
    const text = readFileSync(page, 'utf8');
    expect(text.split('\n')[0]).toBe(`# ${name}`);
    for (const part of ['What it means', 'How to see', 'What to do', 'When to stop worrying']) {
      expect(text).toContain(`**${part}.**`);
    }
  }
  expect(readdirSync('docs/runbooks').toSorted()).toEqual(alerts.map(({ page }) => basename(page)).toSorted());
});

const promtool = spawnSync('promtool', ['--version']).status === 0;
(promtool ? it : it.skip)(`is what Prometheus reads${promtool ? '' : ' (skipped: no promtool here)'}`, () => {
  const { status, stderr } = spawnSync('promtool', ['check', 'config', 'docker/prometheus/prometheus.yml'], {
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, '']);
});
