export const words = {
  title: 'Progress',
  empty: 'Your lifts will be here',
  emptyText: 'Each movement you train gets its curve: the best set of every day, and the one-rep maximum it points to.',
  report: 'Your report card',
  reportText: 'How often forecasts of your sets would have held, your records, weeks and muscles.',
  search: 'Search your movements',
  last: (when: string) => `Last: ${when}`,
  none: 'No set with load and reps yet.',
  chart: 'The best set of each day, as the one-rep maximum it points to',
  chartReps: 'The best set of each day, in reps',
  maximum: (load: string) => `Estimated maximum ${load}`,
  maximumText:
    'From your last workouts together; your targets follow from it, and “Why” names it. The best set of a day alone often shows more.',
  table: 'As a table',
  day: 'Day',
  best: 'Best set',
  estimate: 'e1RM',
  records: 'Records',
  heaviest: 'Heaviest',
  strongest: 'Best day by estimate',
  mostReps: 'Most reps',
  note: 'A day is read from what was done and the reserve you said; past 12 reps that is a guess. The axis does not start at zero.',
  forecasts: 'Did the forecasts hold?',
  forecastFinding: (sets: number, inside: string, miss: string) =>
    sets === 1
      ? `One set of this lift was foretold so far; the forecast was ${miss} reps off.`
      : `Of the last ${sets} sets of this lift, ${inside} ended inside the range that should hold at least 80\u00a0%. On average the forecast was ${miss} reps off.`,
  rangeOf: (percent: number) => `Inside the ${percent}\u00a0% range`,
  forecastNote:
    'Each set is foretold from the sets before it, at the load you chose. Ranges are whole reps, so they hold a little more than they promise.',
  noForecasts:
    'From the twenty-first set of a lift on, each is foretold, and here you see how often that came true. New sets count within a minute.',
  forecastsNotFetched: 'Your server keeps count of this. It shows up here once this phone has reached it.',
  yours: 'Your history with it',
  notTrained: 'You have not trained this yet. Your estimated maximum and your records will be here.',
  all: 'All of your progress with it',
  about: (name: string) => `About ${name}`,
  notKnown: 'This movement is not on this phone.',
  up: (amount: string, since: string) => `Up ${amount} since ${since}`,
  down: (amount: string, since: string) => `Down ${amount} since ${since}`,
  level: (since: string) => `Level since ${since}`,
  one: 'One day so far',
  shown: { all: 'All', year: 'Year', quarter: '3 months' } as const,
  span: 'Time shown',
  worth: {
    title: 'What your reserve means',
    said: (reps: number) => `${reps} left`,
    known: (said: string, left: string, low: string, high: string) =>
      `When you say ${said}, about ${left} reps are left: four times in five between ${low} and ${high}.`,
    from: (sets: number, since: string, on: string) =>
      `From ${sets} sets since ${since}, worked out on ${on}. Good to know; it does not change your targets by itself.`,
    tooFew: (sets: number, needed: number) =>
      `Not enough yet: ${sets} of ${needed} sets with a reserve of up to 4, or to failure. Keep saying how many you had left.`,
    waiting: 'Enough sets are there. By tomorrow this says how many reps are left when you say two.',
    unclear: 'Your sets do not tell yet, most often because few went to failure. One now and then, where it is safe, shows it.',
  },
}
