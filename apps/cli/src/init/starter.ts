/**
 * The game file that `init` writes: a small game with every section, each explained.
 */
export const starterText = `# A game: who plays, what each may do, what it pays, how chance disturbs it.
# Look at it with   trilogue check THIS_FILE
# and run it with   trilogue simulate THIS_FILE

game: my-game                       # a short name, without spaces
title: Two departments and their data
source: made up, to start from      # optional: where the numbers come from

# Each player is a population. It plays one of its strategies; what evolves is the share of each strategy.
players:
  A: { title: First department, strategies: [share, withhold] }
  B: { title: Second department, strategies: [share, withhold] }

# Numbers with names. The range is what sensitivity analysis explores; group and title appear in tables and pictures.
parameters:
  benefit: { value: 2.0, range: [0, 4], group: business, title: Benefit of the other department's data }
  cost: { value: 1.0, range: [0, 2], group: technical, title: Cost of sharing }
  synergy: { value: 1.5, range: [0, 3], group: business, title: What joint sharing adds }
  penalty: { value: 0.3, range: [0, 2], group: management, title: Penalty on withholding }
  sigma: { value: 0.4, range: [0, 1.5], group: environment, title: Noise intensity }

# Optional: names for parts of formulas. They may use parameters and each other.
where:
  together: benefit + synergy - cost

# One row for each combination of strategies, in the order of the players above; one formula for each player.
# Formulas use + - * / ^ and parentheses, numbers, parameters, the names of "where", and shares such as B.share.
payoffs:
  - { when: [share, share], pay: { A: together, B: together } }
  - { when: [share, withhold], pay: { A: -cost, B: benefit - penalty } }
  - { when: [withhold, share], pay: { A: benefit - penalty, B: -cost } }
  - { when: [withhold, withhold], pay: { A: -penalty, B: -penalty } }

# White noise (Ito) on the shares. Kinds: replicator, demographic, multiplicative, none.
noise: { kind: replicator, sigma: { A: sigma, B: sigma } }

# Share of the first strategy at the start, and the time at which outcomes are read.
initial: { A: 0.5, B: 0.5 }
horizon: 20

# Optional: named sets of values, chosen with --scenario.
scenarios:
  strict: { penalty: 1.0 }
  costly: { cost: 1.8, synergy: 1.0 }
`;
