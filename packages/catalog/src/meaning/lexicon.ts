/**
 * How lifters speak of what a library is described with: the concepts of `features.ts` → what is said (any case and accents, singular
 * or plural), separated by commas. Longer phrases win. `*0.5` weighs a concept down, `-` turns it away. English first, then
 * Italian, Spanish, Portuguese, German and French where one word means one thing.
 */
export const lexicon: Readonly<Record<string, string>> = {
  // Muscles, as anatomy and as gyms name them.
  'muscle:quadriceps muscle:rectus_femoris*0.5':
    'quad, quadricep, quadriceps, front of the thigh, front thigh, quadricipiti, cuadriceps, quadriceps femoris',
  'muscle:hamstrings':
    'hamstring, hammy, back of the thigh, leg bicep, biceps femoris, femorali, isquiotibiales, isquiotibiais, beinbizeps, ischio',
  'muscle:glutes muscle:glute_medius*0.4':
    'glute, butt, booty, bum, gluteus, gluteus maximus, glutei, gluteos, glutea, po, fessier, gesass',
  'muscle:glute_medius muscle:abductors': 'glute medius, gluteus medius, glute med, side of the hip, side butt, outer hip',
  'muscle:abductors muscle:glute_medius action:hip_abduction': 'abductor, outer thigh, abduttori, abductores, abdutores',
  'muscle:adductors action:hip_adduction': 'adductor, inner thigh, groin, adduttori, aductores, adutores, innenschenkel',
  'muscle:calves muscle:soleus*0.6 action:ankle_plantar_flexion':
    'calf, calve, gastrocnemius, polpacci, pantorrilla, gemelos, panturrilha, wade, mollet',
  'muscle:soleus': 'soleus',
  'muscle:tibialis action:ankle_dorsiflexion': 'tibialis, shin, front of the shin, shin muscle, front of my shin, tibia',
  'muscle:hip_flexors': 'hip flexor, psoas, iliopsoas',
  'muscle:hip_rotators': 'hip rotator, piriformis',
  'muscle:chest muscle:upper_chest*0.3 muscle:lower_chest*0.3':
    'chest, pec, pectoral, pecho, petto, pettorali, peito, peitoral, brust, poitrine, pectoraux, pectorales',
  'muscle:upper_chest*1.4': 'upper chest, upper pec, clavicular, top of the chest, petto alto, pecho superior, peito superior, obere brust',
  'muscle:lower_chest*1.4': 'lower chest, lower pec, bottom of the chest, petto basso',
  'muscle:lats muscle:teres_major*0.4': 'lat, latissimus, latissimus dorsi, wing, dorsali, gran dorsal, dorsales, back width, wide back',
  'muscle:upper_back muscle:rhomboids*0.7 muscle:traps*0.5 muscle:rear_delts*0.4':
    'upper back, mid back, middle back, between the shoulder blades, back thickness, scapula, scapular retractor',
  'muscle:rhomboids': 'rhomboid',
  'muscle:lats muscle:upper_back*0.9 muscle:rhomboids*0.5 pattern:horizontal_pull*0.6 pattern:vertical_pull*0.6':
    'back, schiena, dorso, espalda, costa, rucken, ruckenubung, dos, back day, back exercise, back work, back workout, upper body pull',
  'muscle:traps muscle:upper_traps': 'trap, trapezius, trapezio, trapecio, nacken, upper trap, shrug muscle, yoke',
  'muscle:lower_traps': 'lower trap',
  'muscle:lower_back muscle:spinal_erectors':
    'lower back, erector, spinal erector, low back, lumbar, lombari, lumbare, unterer rucken, lumbar spine',
  'muscle:quadratus_lumborum': 'ql, quadratus lumborum',
  'muscle:front_delts muscle:side_delts muscle:rear_delts*0.3':
    'shoulder, delt, deltoid, spalla, spalle, deltoidi, hombro, ombro, schulter, epaule, deltoides',
  'muscle:front_delts*1.2': 'front delt, anterior delt, front deltoid, anterior deltoid, front shoulder',
  'muscle:side_delts*1.3 action:shoulder_abduction*0.5':
    'side delt, lateral delt, medial delt, middle delt, side deltoid, wide shoulder, boulder shoulder, lateral deltoid',
  'muscle:rear_delts*1.3 action:shoulder_horizontal_abduction*0.5':
    'rear delt, rear deltoid, posterior delt, posterior deltoid, back of the shoulder, rear shoulder, hintere schulter',
  'muscle:rotator_cuff*1.3':
    'rotator cuff, cuff, infraspinatus, supraspinatus, subscapularis, teres minor, cuffia dei rotatori, manguito rotador, rotatorenmanschette',
  'muscle:serratus*1.3': 'serratus, serratus anterior, boxer muscle',
  'muscle:biceps muscle:brachialis*0.3 action:elbow_flexion*0.5': 'bicep, biceps, bicipiti, bizep, bizeps, biceps brachii, guns',
  'muscle:brachialis': 'brachialis',
  'muscle:triceps muscle:triceps_long_head*0.4 action:elbow_extension*0.5': 'tricep, triceps, tricipiti, trizep, trizeps, back of the arm',
  'muscle:triceps_long_head': 'long head, triceps long head',
  'muscle:biceps muscle:triceps': 'arm, arms, braccia, brazo, braco, arme, bras',
  'muscle:forearms muscle:brachioradialis*0.5 muscle:wrist_extensors*0.5':
    'forearm, avambraccio, avambracci, antebrazo, antebraco, unterarm, avant bras',
  'muscle:grip muscle:forearms action:grip': 'grip, grip strength, hand strength, climber, climbing, finger, presa, agarre, griffkraft',
  'muscle:abdominals muscle:obliques*0.3':
    'ab, abs, abdominal, abdominals, six pack, sixpack, stomach, belly, addominali, abdominale, bauch, bauchmuskel, rectus abdominis, addome',
  'muscle:obliques': 'oblique, side abs, love handle, obliqui, oblicuo, obliquo, schrage bauchmuskel',
  'muscle:transverse_abdominis': 'deep core, transverse abdominis, tva',
  'muscle:abdominals*0.8 muscle:transverse_abdominis*0.5 muscle:obliques*0.5 pattern:anti_rotation*0.4 pattern:core_flexion*0.4':
    'core, core work, core training, trunk, midsection, rumpf',
  'muscle:neck muscle:neck_flexors': 'neck, collo, cuello, pescoco, cou',
  'muscle:foot action:foot_control': 'foot, feet, arch, toe, foot arch',
  'muscle:quadriceps*0.8 muscle:glutes*0.7 muscle:hamstrings*0.7 pattern:squat*0.4 pattern:lunge*0.4 pattern:hinge*0.4':
    'leg, leg day, lower body, gamba, gambe, pierna, perna, bein, beine, beinubung, jambe, thigh, oberschenkel',
  'muscle:chest*0.5 muscle:lats*0.5 muscle:upper_back*0.3 muscle:triceps*0.3 pattern:horizontal_push*0.3 pattern:vertical_pull*0.3':
    'upper body',
  'muscle:hamstrings muscle:glutes muscle:lower_back*0.6 muscle:spinal_erectors*0.6 pattern:hinge':
    'posterior chain, back side of the body, hintere kette',

  // Joints as places to loosen or to strengthen; as places that hurt they are below.
  'muscle:hip_flexors*0.6 muscle:hip_rotators*0.7 muscle:glutes*0.4 muscle:glute_medius*0.4 muscle:adductors*0.4 action:hip_rotation action:hip_flexion*0.4 action:hip_abduction*0.4':
    'hip, anca, anche, cadera, quadril, hufte, hanche',
  'action:ankle_dorsiflexion muscle:calves*0.6 muscle:soleus*0.6 muscle:tibialis*0.6 muscle:peroneals*0.5 action:foot_control*0.4':
    'ankle, caviglia, tobillo, tornozelo, sprunggelenk, cheville, dorsiflexion',
  'muscle:forearms*0.7 muscle:wrist_extensors action:wrist_flexion*0.7 action:wrist_extension': 'wrist, polso, polsi, handgelenk, punho',
  'muscle:upper_back*0.7 muscle:spinal_erectors*0.5 action:spinal_extension*0.7 action:spinal_rotation*0.7 word:thoracic':
    'thoracic, thoracic spine, t spine',
  'muscle:quadriceps*0.7 action:knee_extension*0.5 muscle:hamstrings*0.4': 'knee, ginocchio, rodilla, joelho, knie, genou',

  // How one moves.
  'pattern:squat*1.1': 'squatting, sentadilla, agachamento, kniebeuge, accosciata',
  'pattern:hinge*1.1': 'hinge, hip hinge, hinging',
  'pattern:lunge*1.1': 'lunging, affondo, affondi, zancada, ausfallschritt, fente',
  'pattern:horizontal_push pattern:vertical_push*0.8': 'push, pushing, press, pressing, spinta, empuje, drucken, push day, pousser',
  'pattern:horizontal_push*1.2': 'horizontal push, horizontal press, bench pressing, benching, horizontal pushing',
  'pattern:vertical_push*1.3':
    'overhead, overhead pressing, vertical push, vertical press, pressing overhead, press overhead, over head, above the head, uber kopf',
  'pattern:horizontal_pull pattern:vertical_pull*0.9': 'pull, pulling, tirata, tirar, jalon, ziehen, pull day, tirage, traction',
  'pattern:horizontal_pull*1.3': 'horizontal pull, rowing movement, rowing, rudern, rematore, remo, tirage horizontal',
  'pattern:vertical_pull*1.3 muscle:lats*0.5': 'vertical pull, tirage vertical, trazioni, dominadas, klimmzug, traction verticale',
  'pattern:carry*1.2': 'carry, carrying, loaded carry, walk with weight, trasporto',
  'pattern:rotation*1.2': 'rotation, rotational, twist, twisting, rotazione, rotacion, golf, baseball, tennis',
  'pattern:anti_rotation*1.3': 'anti rotation, antirotation, anti rotational, resist rotation, resisting rotation',
  'pattern:anti_rotation unit:seconds*0.7 tag:isometric': 'stability, stabilise, stabilize, bracing, brace, plank like, stabilita',
  'pattern:core_flexion':
    'crunching, ab flexion, spinal flexion, bend the spine, bending the spine, spine flexion, flexing the spine, bend my spine',
  'pattern:locomotion discipline:conditioning':
    'cardio, conditioning, endurance, aerobic, fat burn, fat loss, metabolic, stamina, ausdauer, resistencia cardio, fiato, interval, hiit',
  'pattern:jump tag:plyometric tag:explosive discipline:plyometrics':
    'jump, jumping, plyometric, plyo, leap, hop, hopping, vertical leap, salti, salto, springen, sauter, jump training, bounce, impact, high impact',
  'pattern:throw tag:explosive': 'throw, throwing, slam, toss, lancio, lanci',
  'pattern:olympic discipline:weightlifting':
    'olympic, olympic lift, olympic lifting, oly, weightlifting, olympic weightlifting, pesistica, halterofilia',
  'tag:explosive pattern:jump*0.4 pattern:throw*0.4 pattern:olympic*0.3':
    'explosive, power, fast, explosiveness, esplosivo, explosivo, explosiv, rate of force',
  'pattern:isolation': 'isolation, isolate, isolated, single joint, isolamento, aislamiento, isolation exercise',
  'laterality:unilateral':
    'single leg, one leg, single arm, one arm, unilateral, one side, one sided, one leg at a time, one arm at a time, each side, una gamba, a una pierna, einbeinig, einarmig, one hand',
  'laterality:alternating': 'alternating, alternate',
  'tag:isometric unit:seconds': 'isometric, hold, holding, static, isometrico',
  'action:shoulder_external_rotation': 'external rotation, externally rotate',
  'action:shoulder_internal_rotation': 'internal rotation',
  'action:scapular_retraction muscle:rhomboids': 'retraction, retract',

  // What it is done with. The names of equipment in `words.ts` are read as well.
  'equipment:body_weight':
    'bodyweight, body weight, own weight, calisthenic, no weight, corpo libero, peso corporal, eigengewicht, poids du corps',
  'equipment:cardio_machine': 'cardio machine, erg, ergometer',
  'equipment:suspension': 'trx, suspension trainer, sling trainer',
  'equipment:machine equipment:plate_loaded_machine*0.8': 'machine, weight machine, gym machine, selectorized, macchinario',
  'equipment:dumbbell': 'dumbbell, db, manubri, mancuerna, haltere, kurzhantel, hantel',
  'equipment:cable': 'cable, pulley, kabelzug, cavo, polea, polia, poulie, cavi',
  'equipment:medicine_ball': 'medicine ball, med ball, slam ball, wall ball, palla medica, balon medicinal',
  'equipment:sled': 'sled, prowler',
  'fixture:swiss_ball': 'swiss ball, stability ball, gym ball, exercise ball, physio ball, fitball, gymnastikball',
  'fixture:rings': 'ring, gymnastic ring, anelli, anilla, argola, ringe, anneaux',
  'fixture:landmine': 'landmine',
  'fixture:pull_up_bar':
    'pull up bar, bar to hang from, hanging from a bar, hang from a bar, hanging from the bar, hanging, sbarra, klimmzugstange',
  'fixture:foam_roller': 'foam roller, foam rolling, roller',
  'fixture:wall': 'wall, against a wall, from the wall, muro, parete, wand',
  'fixture:box': 'box, chair, step, sedia',
  'fixture:sandbag': 'sandbag, sand bag',
  'fixture:jump_rope': 'jump rope, skipping rope, skipping, corda',
  'fixture:battle_ropes': 'battle rope',
  'fixture:table': 'table',
  'fixture:towel': 'towel',
  'home*0.7 refuse:gym_fixture':
    'at home, home, living room, bedroom, hotel, hotel room, travel, travelling, traveling, in casa, a casa, en casa, em casa, zuhause, zu hause, a la maison, garden, park',
  'home*0.5 equipment:body_weight only:body_weight refuse:gym_fixture':
    'no equipment, without equipment, without any equipment, no gear, without gear, equipment free, without weight, without any weight, no gym, without a gym, nothing, sin material, sin equipo, senza attrezzi, senza attrezzatura, sem equipamento, ohne gerate, ohne gerat, ohne equipment, sans materiel, zero equipment',
  'home*0.6 refuse:loud':
    'quiet, quietly, silent, apartment, flat, neighbour, neighbor, noise, low noise, downstairs, leise, silenzioso, silencioso, appartamento',
  'refuse:impact -tag:explosive': 'low impact, joint friendly, gentle, easy on the joint, no impact, without impact, basso impatto',
  'refuse:no_fixture': 'no bar, without a bar',

  // For whom and for what.
  'skill:low tier:main*0.2':
    'beginner, novice, complete beginner, newbie, starter, simple, easy to learn, learn, beginners, principiante, anfanger, debutant, starting out, new to lifting, iniciante, never trained',
  '-skill:low': 'advanced, expert, hard, challenging, difficult, avanzato, avanzado',
  'discipline:mobility tag:mobility':
    'mobility, flexibility, flexible, stiff, range of motion, loosen, loosen up, mobilita, movilidad, mobilidade, beweglichkeit, mobilite, tight',
  'tag:stretch discipline:mobility': 'stretch, stretching, allungamento, estiramiento, alongamento, dehnen, etirement',
  'tag:warm-up tier:drill discipline:mobility*0.4':
    'warm up, warmup, warming up, activation, activate, prepare, prep, riscaldamento, calentamiento, aquecimento, aufwarmen, echauffement',
  'discipline:rehabilitation tag:rehabilitation':
    'rehab, prehab, physio, physiotherapy, injury prevention, recovery, therapy, riabilitazione, rehabilitacion, corrective',
  'discipline:rehabilitation muscle:upper_back muscle:rear_delts*0.8 muscle:rotator_cuff*0.5 muscle:rhomboids muscle:lower_traps discipline:mobility':
    'posture, hunched, slouching, desk, desk worker, desk job, sitting all day, rounded shoulder, kyphosis, haltung, postura, text neck',
  'discipline:powerlifting': 'powerlifting, powerlifter, powerlift',
  'discipline:bodybuilding': 'bodybuilding, hypertrophy, muscle growth, grow, size, mass, ipertrofia, hipertrofia',
  'discipline:strongman tag:strongman': 'strongman, strong man, odd object',
  'discipline:calisthenics tag:calisthenics': 'calisthenics, gymnastic, street workout',
  'discipline:functional_fitness': 'crossfit, functional, wod, hyrox, functional fitness',
  'discipline:functional_fitness*0.5 discipline:conditioning*0.3 muscle:quadriceps*0.3 muscle:glutes*0.3 muscle:chest*0.2 muscle:lats*0.2':
    'full body, whole body, total body, ganzkorper, corpo intero',
  'tier:main discipline:powerlifting*0.6 equipment:barbell*0.5':
    'heavy, heaviest, max strength, strength, strong, stronger, pesante, pesado, schwer',
  'muscle:triceps discipline:powerlifting word:lockout': 'lockout, lock out, locking out',
  'word:seated': 'sit, sitting down, sit down, while sitting, from a chair, seduto, seduti, sitzend, assis',
  'word:standing': 'in piedi, stehend, de pie, em pe, debout',
  'word:lying': 'lying down, supine, on my back, sdraiato, tumbado, liegend, allonge, deitado',
  'word:half word:kneeling': 'half kneeling, on one knee, one knee down',
  'word:kneeling': 'tall kneeling, on my knees, in ginocchio, de rodillas, kniend, ajoelhado',
  'word:floor': 'on the floor, ground, from the floor, boden, pavimento',
  'word:incline': 'inclined, inclinata, inclinada, inclinado, schragbank',
  'word:decline': 'declined, declinata, declinada',
  'word:neutral_grip': 'palms facing, palms facing each other',
  '-tag:isometric -unit:seconds': 'moving, moves, that moves, dynamic, in motion, with movement',
}

/** Parts of the body that may hurt, as a lifter names them; what they mean as muscles is said above. */
export const jointWords: Readonly<Record<string, string>> = {
  shoulder: 'shoulder, rotator cuff, spalla, spalle, hombro, ombro, schulter, epaule',
  elbow: 'elbow, gomito, gomiti, codo, cotovelo, ellbogen, coude, tennis elbow, golfers elbow',
  wrist: 'wrist, polso, polsi, muneca, pulso, punho, handgelenk, poignet',
  lower_back: 'back, lower back, low back, spine, lumbar, disc, schiena, espalda, costa, rucken, dos, lombare, spinal',
  upper_back: 'upper back',
  hip: 'hip, anca, anche, cadera, quadril, hufte, hanche',
  knee: 'knee, ginocchio, ginocchia, rodilla, joelho, knie, genou, patella, meniscus, acl, kneecap',
  ankle: 'ankle, caviglia, tobillo, tornozelo, sprunggelenk, knochel, cheville, achilles',
  neck: 'neck, collo, cuello, pescoco, nacken, cou',
  foot: 'foot, feet, toe, piede, pie, pe, fuss, pied, plantar',
}

/** Said near such a part, the part is to be spared. */
export const painWords =
  'bad, hurt, hurting, pain, painful, sore, injured, injury, achy, ache, aching, friendly, spare, sparing, easy on, easier on, gentle on, kind to, kinder to, safe, safe for, irritated, cranky, wonky, problem, problematic, issue, surgery, tendinitis, tendonitis, tendinopathy, arthritis, impingement, strain, stress on, loading, load on, dolore, dolor, duele, dor, schmerz, schmerzen, mal, douleur, kaputt, male, fa male, friendly to, weak from, tweaked'

/** What turns the next thing said away. */
export const negators =
  "no, not, without, avoid, avoiding, except, dont, don't, doesnt, does not, do not, never, skip, minus, excluding, hate, cannot do, sin, senza, sem, ohne, sans, kein, keine, nessun, nessuna, non, nicht, free of, neither, nor"

/** The next thing said is when or where, not what. */
export const contextWords = 'after, before, while doing, in between, dopo, prima di, despues de, antes de, nach, vor, apres, avant'

/** Nothing but the next thing said. */
export const onlyWords = 'only, just, nothing but, solo, nur, seulement, soltanto, apenas, all i have is, i have, i only have'

/** What is asked of a movement that is named. */
export const intents: Readonly<Record<'instead' | 'harder' | 'easier' | 'like', string>> = {
  instead:
    'replace, replacement, hurt, hurting, duele, fa male, instead of, alternative, alternative to, alternatives to, substitute, substitute for, swap, swap for, in place of, sostituire, alternativa, sustituir, ersatz, statt, remplacer, without doing',
  harder: 'too easy, harder, harder than, progression, progression of, progress, next step, next level, more difficult, tougher',
  easier:
    'too hard, easier, easier than, regression, cannot do, cant do, cannot do one, cant do one, first, build up to, work up to, towards, working towards, not strong enough, assisted, help with',
  like: 'something like, similar to, like, such as, kind of, variation of, variations of, come, como, wie, comme',
}

/** Words that ask for nothing. */
export const idle =
  'a, an, the, my, me, i, you, your, some, any, something, anything, exercise, exercises, movement, workout, work, training, train, trainer, session, for, to, of, on, in, at, with, and, or, but, it, is, are, do, doing, that, this, what, which, can, could, want, need, give, show, find, good, best, great, make, get, now, more, during, while, when, from, one, build, building, target, targeting, strengthen, strengthening, strengthens, hit, hits, using, use, day, very, really, please, help, helps, muscle, part, body, per, di, da, il, la, le, lo, gli, i, con, per, del, della, un, una, el, los, las, para, de, do, com, os, as, mit, fur, die, der, das, ein, eine, und, avec, pour, les, des, et, ejercicio, esercizio, exercicio, ubung, exercice, ubungen, esercizi, ejercicios, exercicios'
