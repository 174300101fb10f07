// How real tickets go, measured on 890 incidents (5,998 changes) of a ServiceNow desk. Source: "Incident management process
// enriched event log", C. Amaral, M. Fantinato, S. Peres, UCI Machine Learning Repository, CC BY 4.0. Only these sums were
// taken from it.

/** How many of the 890 incidents were changed n times, from n = 0 on. */
export const changes = [
  0, 0, 28, 115, 168, 115, 113, 89, 60, 41, 39, 22, 20, 15, 13, 8, 8, 10, 7, 6, 4, 2, 3, 0, 0, 1, 2, 0, 1,
];

/** Incidents in each of the busiest sixteen of 27 categories, 51 groups and 107 assignees: long tails, near to Zipf's. */
export const categories = [204, 166, 62, 55, 45, 45, 44, 34, 34, 30, 29, 26, 21, 15, 13, 12];
export const groups = [175, 59, 53, 51, 38, 37, 35, 34, 34, 34, 31, 28, 27, 20, 20, 17];
export const assignees = [33, 25, 25, 24, 22, 21, 21, 20, 20, 17, 16, 16, 16, 14, 13, 12];

/** Shares of the 890; `ownCategory`: of a group's incidents, those of its most frequent category. */
export const shares = {
  waited: 0.352,
  reopened: 0.011,
  reprioritised: 0.044,
  reclassified: 0.073,
  handedOn: 0.428,
  ownCategory: 0.49,
};

/** Of the last priority: critical, high, moderate, low. */
export const priorities = { critical: 15, high: 33, normal: 757, low: 85 } as const;

/** The busiest caller made 1.5 % of the tickets, 639 made them all: Zipf's law with this exponent comes near. */
export const callerExponent = 0.6;
