/**
 * Texts of the bundled games. Made by `scripts/embed-games.mjs` from `games/`; change the files there.
 */
export const texts: Readonly<Record<string, string>> = {
  'data-sharing': `# Cross-department data sharing in digital government construction: two functional departments decide whether to share
# their data, a data management department decides whether to coordinate them.
#
# The encyclopedia entry of the article, from which we worked, describes this game in words and prints no payoff table.
# The table below is a reconstruction: each term puts one of its sentences into a formula. Whoever holds another table writes it here; nothing else has to change.
game: data-sharing
title: Cross-department data sharing
source: >-
  Reconstruction after Dong, Liu and Mi, How to Enhance Data Sharing in Digital Government Construction: A Tripartite
  Stochastic Evolutionary Game Approach, Systems 2023, 11(4), 212, from its encyclopedia entry, which describes the
  game in words and prints no payoff table. Terms and default values are ours.

players:
  A: { title: Functional department A, strategies: [share, withhold] }
  B: { title: Functional department B, strategies: [share, withhold] }
  M: { title: Data management department, strategies: [coordinate, stand_by] }

parameters:
  # Technical factors
  I_A: { value: 3.0, range: [1, 4], group: technical, title: Investment of A in data sharing (digitalisation and training) }
  I_B: { value: 2.0, range: [1, 3], group: technical, title: Investment of B in data sharing (digitalisation and training) }
  c: { value: 0.6, range: [0.3, 1.2], group: technical, title: Cost per unit of investment }
  kappa: { value: 0.4, range: [0, 0.8], group: technical, title: Part of the cost that coordination saves (interfaces and standards) }
  # Business factors
  e: { value: 1.1, range: [0.5, 1.5], group: business, title: "External effect per unit of investment, when both share" }
  b_A: { value: 3.0, range: [1, 5], group: business, title: Direct benefit to A of B's data }
  b_B: { value: 2.5, range: [1, 5], group: business, title: Direct benefit to B of A's data }
  phi: { value: 0.8, range: [0, 1], group: business, title: Part of that benefit kept while withholding (free riding) }
  s: { value: 2.0, range: [0, 4], group: business, title: Synergy of joint sharing at full trust }
  mu: { value: 0.5, range: [0, 1], group: business, title: How far coordination lifts the synergy }
  # Conceptual factors
  tau: { value: 0.5, range: [0, 1], group: conceptual, title: Trust between the departments }
  r_A: { value: 4.2, range: [1, 6], group: conceptual, title: Risk that A perceives in sharing at zero trust }
  r_B: { value: 3.0, range: [1, 6], group: conceptual, title: Risk that B perceives in sharing at zero trust }
  # Management factors
  w: { value: 0.6, range: [0, 1.5], group: management, title: Reward that a coordinating M pays to each sharing department }
  p: { value: 0.8, range: [0, 2], group: management, title: Penalty on a withholding department under coordination }
  c_M: { value: 1.5, range: [0.5, 2.5], group: management, title: Cost of coordinating }
  v: { value: 1.4, range: [0, 2.5], group: management, title: Good review - credit of a coordinating M per sharing department }
  d: { value: 0.5, range: [0, 1.5], group: management, title: Bad review - loss of a passive M per sharing department }
  h: { value: 1.0, range: [0, 2], group: management, title: Penalty from above on a passive M when nobody shares (top-down promotion) }
  # Random environment
  sigma_A: { value: 0.5, range: [0, 1.5], group: environment, title: Noise intensity of A }
  sigma_B: { value: 0.5, range: [0, 1.5], group: environment, title: Noise intensity of B }
  sigma_M: { value: 0.5, range: [0, 1.5], group: environment, title: Noise intensity of M }

where:
  # What joint sharing brings to each department: the other's data, synergy as far as they trust each other, and the
  # external effect of the investment. Coordination lifts the synergy.
  joint_A: b_A + tau*s + e*I_A
  joint_B: b_B + tau*s + e*I_B
  lift: tau*s*mu
  # What sharing costs: the investment, less what common interfaces save, and the risk as far as trust is missing.
  cost_A: c*I_A
  cost_B: c*I_B
  risk_A: (1 - tau)*r_A
  risk_B: (1 - tau)*r_B

payoffs:
  - when: [share, share, coordinate]
    pay:
      A: joint_A + lift - cost_A*(1 - kappa) - risk_A + w
      B: joint_B + lift - cost_B*(1 - kappa) - risk_B + w
      M: 2*(v - w) - c_M
  - when: [share, share, stand_by]
    pay:
      A: joint_A - cost_A - risk_A
      B: joint_B - cost_B - risk_B
      M: -2*d
  - when: [share, withhold, coordinate]
    pay:
      A: w - cost_A*(1 - kappa) - risk_A
      B: phi*b_B - p
      M: v - w - c_M
  - when: [share, withhold, stand_by]
    pay:
      A: -cost_A - risk_A
      B: phi*b_B
      M: -d
  - when: [withhold, share, coordinate]
    pay:
      A: phi*b_A - p
      B: w - cost_B*(1 - kappa) - risk_B
      M: v - w - c_M
  - when: [withhold, share, stand_by]
    pay:
      A: phi*b_A
      B: -cost_B - risk_B
      M: -d
  - when: [withhold, withhold, coordinate]
    pay:
      A: -p
      B: -p
      M: -c_M
  - when: [withhold, withhold, stand_by]
    pay:
      A: 0
      B: 0
      M: -h

noise: { kind: replicator, sigma: { A: sigma_A, B: sigma_B, M: sigma_M } }

# Half of each population plays its first strategy: next to the border between the basins of (share, share, coordinate)
# and (withhold, withhold, stand_by), so that the noise decides.
initial: { A: 0.5, B: 0.5, M: 0.5 }
horizon: 20

# The three kinds of data management department.
scenarios:
  # A department of its own: good at standards, strong and costly.
  independent: { kappa: 0.6, w: 0.7, p: 1.1, c_M: 1.75 }
  # An established department with added functions: the default values.
  added-functions: { kappa: 0.4, w: 0.6, p: 0.8, c_M: 1.5 }
  # A new division inside an original department: cheap and weak.
  inner-division: { kappa: 0.25, w: 0.4, p: 0.5, c_M: 1.25 }
`,
  'hawk-dove': `# Hawk and dove: members of one population contest a resource. Where the injury costs more than the resource is worth,
# the share of hawks settles at V / C.
game: hawk-dove
title: Hawk and dove
source: "Maynard Smith and Price, The Logic of Animal Conflict, Nature 246 (1973)"
against: self

players:
  animal: { title: Animals, strategies: [hawk, dove] }

parameters:
  V: { value: 2, range: [0.5, 4], group: payoff, title: Value of the resource }
  C: { value: 4, range: [2, 8], group: payoff, title: Cost of an injury }
  sigma: { value: 0.3, range: [0, 1], group: environment, title: Noise intensity }

# One row per pair: own strategy, then the opponent's.
payoffs:
  - { when: [hawk, hawk], pay: { animal: (V - C)/2 } }
  - { when: [hawk, dove], pay: { animal: V } }
  - { when: [dove, hawk], pay: { animal: 0 } }
  - { when: [dove, dove], pay: { animal: V/2 } }

noise: { kind: replicator, sigma: { animal: sigma } }
initial: { animal: 0.2 }
horizon: 20
`,
  'hawk-dove-asymmetric': `# Hawk and dove between two populations, owners and intruders, who value the resource differently. Now the mixed state
# is a saddle: one side ends up hawkish, the other peaceful.
game: hawk-dove-asymmetric
title: Hawk and dove with owners and intruders
source: "Maynard Smith and Parker, The Logic of Asymmetric Contests, Animal Behaviour 24 (1976)"

players:
  owner: { title: Owners, strategies: [hawk, dove] }
  intruder: { title: Intruders, strategies: [hawk, dove] }

parameters:
  V_owner: { value: 2.5, range: [0.5, 4], group: payoff, title: Value of the resource to its owner }
  V_intruder: { value: 2, range: [0.5, 4], group: payoff, title: Value of the resource to an intruder }
  C: { value: 4, range: [2, 8], group: payoff, title: Cost of an injury }
  sigma_owner: { value: 0.3, range: [0, 1], group: environment, title: Noise intensity of owners }
  sigma_intruder: { value: 0.3, range: [0, 1], group: environment, title: Noise intensity of intruders }

payoffs:
  - { when: [hawk, hawk], pay: { owner: (V_owner - C)/2, intruder: (V_intruder - C)/2 } }
  - { when: [hawk, dove], pay: { owner: V_owner, intruder: 0 } }
  - { when: [dove, hawk], pay: { owner: 0, intruder: V_intruder } }
  - { when: [dove, dove], pay: { owner: V_owner/2, intruder: V_intruder/2 } }

noise: { kind: replicator, sigma: { owner: sigma_owner, intruder: sigma_intruder } }
initial: { owner: 0.5, intruder: 0.5 }
horizon: 20
`,
  'matching-pennies': `# Matching pennies: one population wants to match, the other to differ. The plain dynamics turn around the centre
# without end; noise drives them to the edges.
game: matching-pennies
title: Matching pennies
source: "Hofbauer and Sigmund, Evolutionary Games and Population Dynamics (1998), section 10.2"

players:
  even: { title: Those who want to match, strategies: [heads, tails] }
  odd: { title: Those who want to differ, strategies: [heads, tails] }

parameters:
  stake: { value: 1, range: [0.5, 2], group: payoff, title: Stake }
  sigma_even: { value: 0.2, range: [0, 1], group: environment, title: Noise intensity of those who want to match }
  sigma_odd: { value: 0.2, range: [0, 1], group: environment, title: Noise intensity of those who want to differ }

payoffs:
  - { when: [heads, heads], pay: { even: stake, odd: -stake } }
  - { when: [heads, tails], pay: { even: -stake, odd: stake } }
  - { when: [tails, heads], pay: { even: -stake, odd: stake } }
  - { when: [tails, tails], pay: { even: stake, odd: -stake } }

noise: { kind: replicator, sigma: { even: sigma_even, odd: sigma_odd } }
initial: { even: 0.6, odd: 0.5 }
horizon: 40
`,
  'prisoners-dilemma': `# The prisoner's dilemma in one population: defection pays more against everybody (temptation > reward > punishment >
# sucker's payoff), so cooperation dies out although it would be better for all.
game: prisoners-dilemma
title: Prisoner's dilemma
source: "Axelrod and Hamilton, The Evolution of Cooperation, Science 211 (1981)"
against: self

players:
  prisoner: { title: Prisoners, strategies: [cooperate, defect] }

parameters:
  temptation: { value: 5, range: [3.5, 7], group: payoff, title: Payoff of defecting on a cooperator }
  reward: { value: 3, range: [2, 4], group: payoff, title: Payoff of mutual cooperation }
  punishment: { value: 1, range: [0.5, 2], group: payoff, title: Payoff of mutual defection }
  sucker: { value: 0, range: [-1, 0.5], group: payoff, title: Payoff of cooperating with a defector }
  sigma: { value: 0.5, range: [0, 1.5], group: environment, title: Noise intensity }

payoffs:
  - { when: [cooperate, cooperate], pay: { prisoner: reward } }
  - { when: [cooperate, defect], pay: { prisoner: sucker } }
  - { when: [defect, cooperate], pay: { prisoner: temptation } }
  - { when: [defect, defect], pay: { prisoner: punishment } }

noise: { kind: replicator, sigma: { prisoner: sigma } }
initial: { prisoner: 0.9 }
horizon: 10
`,
  'rock-paper-scissors': `# Rock, paper, scissors in one population: three strategies that beat each other in a circle. With win = loss the plain
# dynamics turn around the centre for ever; with win > loss they end there; noise drives them outwards.
game: rock-paper-scissors
title: Rock, paper, scissors
source: "Hofbauer and Sigmund, Evolutionary Games and Population Dynamics (1998), section 7.7"
against: self

players:
  crowd: { title: Crowd, strategies: [rock, paper, scissors] }

parameters:
  win: { value: 1, range: [0.5, 2], group: payoff, title: Payoff of a victory }
  loss: { value: 1, range: [0.5, 2], group: payoff, title: Price of a defeat }
  sigma: { value: 0.2, range: [0, 1], group: environment, title: Noise intensity }

payoffs:
  - { when: [rock, rock], pay: { crowd: 0 } }
  - { when: [rock, paper], pay: { crowd: -loss } }
  - { when: [rock, scissors], pay: { crowd: win } }
  - { when: [paper, rock], pay: { crowd: win } }
  - { when: [paper, paper], pay: { crowd: 0 } }
  - { when: [paper, scissors], pay: { crowd: -loss } }
  - { when: [scissors, rock], pay: { crowd: -loss } }
  - { when: [scissors, paper], pay: { crowd: win } }
  - { when: [scissors, scissors], pay: { crowd: 0 } }

noise: { kind: replicator, sigma: { crowd: sigma } }
initial: { crowd: [0.5, 0.3, 0.2] }
horizon: 40
`,
  'stag-hunt': `# The stag hunt in one population: hunting the stag together is best, hunting the hare is safe. Both conventions are
# stable; the border between their basins is at a share of hare / stag of stag hunters.
game: stag-hunt
title: Stag hunt
source: "Skyrms, The Stag Hunt and the Evolution of Social Structure (2004)"
against: self

players:
  hunter: { title: Hunters, strategies: [stag, hare] }

parameters:
  stag: { value: 4, range: [3.5, 6], group: payoff, title: Share of a stag hunted together }
  hare: { value: 3, range: [1, 3.4], group: payoff, title: A hare hunted alone }
  sigma: { value: 0.5, range: [0, 1.5], group: environment, title: Noise intensity }

payoffs:
  - { when: [stag, stag], pay: { hunter: stag } }
  - { when: [stag, hare], pay: { hunter: 0 } }
  - { when: [hare, stag], pay: { hunter: hare } }
  - { when: [hare, hare], pay: { hunter: hare } }

noise: { kind: replicator, sigma: { hunter: sigma } }
initial: { hunter: 0.75 }
horizon: 20
`,
};
