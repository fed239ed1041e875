/**
 * How lifters spell things, in one table: what is written (lower case, no accents, singular) → the words it means.
 * `@` marks equipment. Longer phrases win. A phrase is here when every logbook means the same by it;
 * what is true of one movement only is an alias in that movement's file.
 */
const spelled: Readonly<Record<string, string>> = {
  // Equipment, as Strong, Hevy, FitNotes and Fitbod write it, and in Portuguese, Italian, Spanish, French and German.
  '@barbell': 'barbell, bb, barbel, bar bell, olympic barbell, bilanciere, barra, barre, langhantel, 杠铃',
  '@dumbbell':
    'dumbbell, db, dumbell, dumbel, dumbbel, dumb bell, halter, haltere, manubrio, manubri, un manubrio, mancuerna, kurzhantel, 哑铃',
  '@kettlebell': 'kettlebell, kettle bell, kettlebel, kb, pesa rusa',
  '@ez_bar': 'ez bar, ezbar, ez barbell, ez curl bar, ez, barra ez, sz bar, sz stange, curl bar',
  '@trap_bar': 'trap bar, hex bar, trapbar, hexbar, hexagonal bar',
  '@smith_machine': 'smith machine, smith, machine smith, maquina smith, multipower, smith maquina',
  '@cable': 'cable machine, cable, pulley machine, pulley, polia, polea, cavo, cabo, poulie, kabelzug, kabel, cable pulley',
  '@machine':
    'machine, leverage machine, lever machine, leverage, maquina, macchina, maschine, selectorized, selectorised, pin loaded, pin loaded machine, 机器',
  '@plate_loaded_machine':
    'plate loaded, plate loaded machine, loaded, machine plate, machine plate loaded, machine playe, hammer strength, hammerstrength, maquina de placa',
  '@band': 'band, banded, resistance band, handle band, loop band, mini loop band, mini band, miniband, elastico, elastic band',
  '@body_weight': 'bodyweight, body weight, bw, corpo libero, peso corporal',
  '@suspension': 'suspension, suspension trainer, suspended, trx',
  '@medicine_ball': 'medicine ball, med ball, medball',
  '@plate': 'plate, weight plate, disco, bumper plate',

  // One word or two.
  pullup: 'pull up, pullup, barra fixa',
  chinup: 'chin up, chinup, chin',
  chin_tuck: 'chin tuck',
  pushup: 'push up, pushup, press up, pressup, flexao',
  situp: 'sit up, situp',
  stepup: 'step up, stepup',
  pulldown: 'pull down, pulldown',
  'lat pulldown': 'lat pulldown, lat pd, lpd, latpulldown, lat pull down, latpull down',
  pushdown: 'push down, pushdown, press down, pressdown',
  pullover: 'pull over, pullover',
  pullthrough: 'pull through, pullthrough',
  crossover: 'cross over, crossover',
  crossbody: 'cross body, crossbody, across body, cross chest',
  kickback: 'kick back, kickback',
  skullcrusher: 'skull crusher, skullcrusher',
  deadlift: 'dead lift, deadlift, dl',
  tbar: 't bar, tbar',
  vbar: 'v bar, vbar, v grip, v handle, triangle handle',
  'bench press': 'bench press, benchpress',
  woodchop: 'wood chop, woodchop, wood chopper, woodchopper, wood cutter, wood chopping',
  'glute ham raise': 'glute ham raise, ghr, ghd raise, glute ham developer raise',
  hyperextension: 'hyperextension, hyper extension',
  handstand: 'handstand, hand stand',
  muscleup: 'muscle up, muscleup',
  legpress: 'leg press, legpress',
  dead_hang: 'dead hang, deadhang',

  // Two names of one thing.
  'overhead press': 'overhead press, military press, ohp, front press, overhead shoulder press',
  'romanian deadlift': 'romanian deadlift, rdl',
  stiff_leg: 'stiff leg, stiff legged, straight leg, straight legged',
  'reverse lunge': 'reverse lunge, rear lunge, back lunge, backward lunge',
  incline: 'incline, low incline, inclined, 15 degree incline, 30 degree incline, 45 degree incline',
  behind_back: 'behind the back, behind back, behind the body, behind body',
  'behind neck': 'behind the neck, behind neck, btn',
  'external rotation': 'external rotation, shoulder external rotation, external shoulder rotation, external rotation shoulder',
  'internal rotation': 'internal rotation, shoulder internal rotation, internal shoulder rotation, internal rotation shoulder',
  'leg curl': 'leg curl, hamstring curl, ham curl',
  extension: 'extension, ext',
  'bicep curl': 'bicep curl, bi curl',
  reverse: 'reverse, rev',
  'stiffleg deadlift': 'stiff leg deadlift, stiff legged deadlift, straight leg deadlift, straight legged deadlift, sldl',
  fly: 'fly, flye',
  'chest fly': 'pec fly, pec flye, pectoral fly',
  treadmill: 'treadmill, tapis roulant, esteira, laufband',
  tricep: 'tricep, tri, trizep',
  calf: 'calf, calve',
  ab: 'ab, abdominal',
  weighted: 'weighted, with weight',
  rear_delt: 'rear delt, reverse delt, reverse deltoid, rear deltoid, reardelt, posterior delt, posterior deltoid',
  'lateral raise': 'lateral raise, side raise, side lateral raise, side lateral, lat raise, lateral side raise',
  abduction: 'abduction, abductor',
  adduction: 'adduction, adductor',
  underhand: 'underhand, underhand grip, reverse grip, supinated, supinated grip, under hand, supinada',
  overhand: 'overhand, overhand grip, pronated, pronated grip, pronada',
  close_grip: 'close grip, closegrip, narrow grip, closed grip, short grip, narrow',
  wide_grip: 'wide grip, widegrip, wide',
  neutral_grip: 'neutral grip, neutral, parallel grip, hammer grip',
  seated: 'seated, sitting, sentado, sentada, da seduti, da seduto',
  lying: 'lying, laying, da sdraiati',
  one_arm: 'single arm, one arm, 1 arm, one armed, single armed, one handed, single handed, one hand, single hand, una mano',
  one_leg: 'single leg, one leg, 1 leg, one legged, single legged, una gamba',
  unilateral: 'unilateral, single',
  alternating: 'alternating, alternate, alternated',
  isolateral: 'iso lateral, isolateral',
  pause: 'pause, paused',
  ssb: 'safety squat bar, safety bar, ssb',
  bulgarian: 'bulgarian, rear foot elevated, rfe',
  swiss_ball: 'swiss ball, stability ball, exercise ball, physioball, fitball, physio ball',
  farmer_carry: 'farmer walk, farmer carry, farmer hold',
  bent_over: 'bent over, bentover',
  chest_supported: 'chest supported, chest support',
  straight_arm: 'straight arm, stiff arm',
  // Here the order of the words is what is meant.
  high_to_low: 'high to low, up to down, h2l',
  low_to_high: 'low to high, down to up, l2h',
}

/** Who made the machine: it says that it is a machine, and no more. */
const machineMakers =
  'nautilu, technogym, life fitness, lifefitness, precor, cybex, matrix, panatta, gym80, gym 80, hoist, arsenal, arsenal strength, atlanti, ' +
  'star trac, startrac, freemotion, free motion, body solid, icarian, paramount, newtech, watson, eagle, insignia, magnum, bodymaster, ' +
  'dhz, realleader, gymleco, booty builder, true fitness, primal strength'

/** Words that carry no meaning in a movement's name, in the languages above. */
export const fillers: ReadonlySet<string> = new Set(
  'the a an with on of and for using to at from by con com de do da del della di la le il al alla ai alle na no em su w'.split(' '),
)

/** Words that say what is usual anyway: leaving them out names the same movement, if one has the rest of the name. */
export const usual: ReadonlySet<string> = new Set(
  (
    'conventional flat strict regular standard traditional classic normal custom heavy each_side free_weight practice easy easier hard harder ' +
    'light slow attachment two_arm medium_grip comp competition touch_and_go drop_set top_set back_off_set'
  ).split(' '),
)

/**
 * How a movement is done that the library has no movement of its own for: what is held, how deep, how fast. A name that is
 * known but for these is that movement, if less surely.
 */
export const details: ReadonlySet<string> = new Set(
  (
    'overhand neutral_grip high_bar low_bar deep full tempo rope bar straight_bar handle cuff cuf bias lat_bias mag elbow_out alternating isolateral ' +
    'bilateral dual converging diverging stance'
  ).split(' '),
)

/** The same, where the body pulls; a bench press with a narrow grip is another movement. */
export const pullingDetails: ReadonlySet<string> = new Set(['close_grip', 'wide_grip', 'vbar'])
export const pulling: ReadonlySet<string> = new Set(['row', 'pulldown', 'lat', 'curl', 'pullover'])

export const phrases: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    ...spelled,
    each_side: 'each side, per side, each leg, each arm, per arm, per leg',
    free_weight: 'free weight',
    two_arm: 'two arm, 2 arm, double arm, both arm, two hand, two handed, double handed, two dumbbell',
    medium_grip: 'medium grip, shoulder width grip',
    drop_set: 'drop set, dropset',
    top_set: 'top set',
    back_off_set: 'back off set, backoff set, back off, backoff',
    touch_and_go: 'touch and go, touch n go, touch go, tng',
    straight_bar: 'straight bar',
    high_bar: 'high bar, highbar',
    low_bar: 'low bar, lowbar',
    deep: 'atg, a2g, ass to grass, deep',
    elbow_out: 'elbow out',
    lat_bias: 'lat bia, lat biased, lat focu, lat focused',
    mag: 'mag grip, mag, mag bar, mag attachment',
    brand: machineMakers,
  }).flatMap(([means, written]) => written.split(', ').map((phrase) => [phrase, means.split(' ')] as const)),
)

/** The longest phrase above, in words. */
export const LONGEST_PHRASE = Math.max(...[...phrases.keys()].map((phrase) => phrase.split(' ').length))
