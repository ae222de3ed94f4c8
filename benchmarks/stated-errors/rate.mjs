/** How fast payoffs move shares: the largest difference of two payoffs of a player over random states, by its own reading of expressions. */
export function rateOf(game, point, samples = 200) {
  const evaluator = evaluatorOf(game, point);
  let state = 12345;
  const unit = () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) / 2 ** 24;
  };
  let most = 1e-3;
  for (let i = 0; i < samples; i++) {
    const shares = game.players.map(({ strategies }) => {
      const raw = strategies.map(() => (-Math.log(unit() + 1e-9)) ** 3);
      const corner = Math.floor(unit() * strategies.length);
      const weights = raw.map((r, s) => (i % 2 === 0 && s === corner ? 1e4 : r));
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      return weights.map((weight) => weight / total);
    });
    for (const own of evaluator(shares)) most = Math.max(most, Math.max(...own) - Math.min(...own));
  }
  return most;
}

/** Payoffs by [player][strategy] at shares by [player][strategy]. */
export function evaluatorOf(game, point) {
  const places = new Map(
    game.players.flatMap(({ name, strategies }, p) => strategies.map((s, k) => [`${name}.${s}`, [p, k]])),
  );
  const values = { ...point.parameters };
  const compileOne = (e) => {
    switch (e.kind) {
      case 'number':
        return () => e.value;
      case 'name':
        return () => values[e.name];
      case 'share': {
        const [p, s] = places.get(`${e.player}.${e.strategy}`);
        return (x) => x[p][s];
      }
      case 'negate': {
        const of = compileOne(e.of);
        return (x) => -of(x);
      }
      default: {
        const [left, right] = [compileOne(e.left), compileOne(e.right)];
        const operators = {
          '+': (a, b) => a + b,
          '-': (a, b) => a - b,
          '*': (a, b) => a * b,
          '/': (a, b) => a / b,
          '^': (a, b) => a ** b,
        };
        const operator = operators[e.operator];
        return (x) => operator(left(x), right(x));
      }
    }
  };
  const where = game.where.map(({ name, expression }) => [name, compileOne(expression)]);
  const payoffs = game.payoffs.map((own) => own.map(compileOne));
  return (x) => {
    for (const [name, evaluate] of where) values[name] = evaluate(x);
    return payoffs.map((own) => own.map((evaluate) => evaluate(x)));
  };
}
