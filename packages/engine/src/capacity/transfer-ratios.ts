// Written by bench/transfer.ts from the logs of 50 lifters; at least 5 a line.

/**
 * ln of the maximum of a kind of movement against the lifter's own middle, in hundredths: a line for each group (`*` an isolation
 * of that muscle), then equipment and number in turn. Text, because a phone loads it.
 */
export const KIND_OFFSETS = `
anti_rotation: body_weight_plus 57
core_flexion: body_weight_plus 93, cable 11, machine 25
hinge: barbell 72, body_weight_plus 104, dumbbell -17, machine 96, plate_loaded_machine 70
horizontal_pull: barbell 44, body_weight_plus 115, cable 13, dumbbell -29, machine 39, plate_loaded_machine 29
horizontal_push: assisted 22, barbell 45, body_weight_plus 91, dumbbell -20, machine 36, plate_loaded_machine 29, smith_machine 22
*abductors: machine 53
*adductors: machine 44
*biceps: barbell -50, cable -46, dumbbell -98, ez_bar -40, machine -27
*brachialis: barbell -41, cable -55, dumbbell -93
*calves: dumbbell -50, machine 69, plate_loaded_machine 53, smith_machine 46
*chest: band -80, cable -66, dumbbell -91, machine 33, other 39
*forearms: other -110
*front_delts: dumbbell -138
*hamstrings: body_weight_plus 90, machine 12
*lats: cable -40, dumbbell -47
*quadriceps: machine 49
*rear_delts: cable -122, dumbbell -113, machine 12
*side_delts: cable -157, dumbbell -122, machine -2
*something: other -141
*traps: barbell 48, dumbbell -19
*triceps: barbell -44, cable -46, dumbbell -89, machine 13, other -57
*upper_chest: cable -83, dumbbell -73
lunge: barbell -10, body_weight_plus 82, dumbbell -67
olympic: barbell 26
rotation: body_weight_plus 117, cable -79, dumbbell -21
squat: barbell 64, body_weight_plus 108, dumbbell -48, kettlebell -25, machine 107, plate_loaded_machine 103, smith_machine 32
vertical_pull: assisted 43, barbell -18, body_weight_plus 72, cable 25, dumbbell -98, machine 42
vertical_push: barbell 3, dumbbell -51, machine 7, smith_machine -1
`

/** Mean square of how far two movements of one lifter lie from what their kinds say, by how they are related. */
export const PAIR_VARIANCES = {
  same_base: 0.248,
  same_group: 0.301,
  other: 0.329,
} as const
