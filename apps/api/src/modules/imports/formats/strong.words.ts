import { meaningsOf } from './columns.ts'

/**
 * The columns of Strong in the languages it speaks. English, with every unit variant, and Chinese were seen in exports;
 * the others are the app's words for the same things, several spellings each.
 */
export const strongWords = meaningsOf({
  date: 'Date|日期|日時|日付|날짜|Datum|Fecha|Data|Дата|Tarih|Päivämäärä|Dato',
  workoutNumber: 'Workout #|Workout No|Workout No.|Workout Number|Training #|Entrenamiento #|Treino #|Entraînement #|锻炼 #',
  workout:
    'Workout Name|Workout|锻炼名称|訓練名稱|鍛鍊名稱|ワークアウト名|운동 이름|Workout-Name|Workoutname|Trainingsname|Name des Workouts|Name des Trainings|' +
    'Nombre del entrenamiento|Nombre de entrenamiento|Nombre de la rutina|Nome do treino|Nome do treinamento|Nome allenamento|Nome dell’allenamento|' +
    "Nome dell'allenamento|Nom de l’entraînement|Nom de l'entraînement|Nom d'entraînement|Nom de la séance|Naam workout|Naam van workout|Naam training|" +
    'Название тренировки|Тренировка|Antrenman Adı|Träningspass|Passnamn|Nazwa treningu|Treningsnavn|Træningsnavn|Harjoituksen nimi',
  workoutDuration:
    'Duration|Workout Duration|Duration (sec)|时长|時長|時間|기간|소요 시간|Dauer|Trainingsdauer|Duración|Duración del entrenamiento|Duração|Durata|Durée|' +
    'Duur|Длительность|Продолжительность|Süre|Varaktighet|Längd|Czas trwania|Varighed|Varighet|Kesto',
  exercise:
    'Exercise Name|Exercise|运动名称|運動名稱|エクササイズ名|種目名|운동명|Übungsname|Name der Übung|Übung|Nombre del ejercicio|Nombre de ejercicio|Ejercicio|' +
    "Nome do exercício|Exercício|Nome esercizio|Nome dell'esercizio|Nome dell’esercizio|Esercizio|Nom de l'exercice|Nom de l’exercice|Nom d'exercice|Exercice|" +
    'Naam oefening|Oefening|Naam van oefening|Название упражнения|Упражнение|Egzersiz Adı|Övning|Övningsnamn|Nazwa ćwiczenia|Ćwiczenie|Øvelsesnavn|Øvelse|Harjoitteen nimi|Liike',
  order:
    'Set Order|Set|设置顺序|組順序|组顺序|セット順|セット順序|세트 순서|Satz-Reihenfolge|Satzreihenfolge|Reihenfolge|Reihenfolge der Sätze|Satz|Orden de serie|Orden de la serie|' +
    'Orden de series|Orden de las series|Serie|Ordem da série|Ordem das séries|Ordem de série|Série|Ordine serie|Ordine set|Ordine delle serie|Ordre des séries|Ordre de la série|Ordre de série|' +
    'Setvolgorde|Set volgorde|Порядок подходов|Порядок подхода|Подход|Set Sırası|Setordning|Kolejność serii|Sæt rækkefølge|Settrekkefølge|Sarjan järjestys',
  setType: 'Set Type|Type',
  load: 'Weight|重量|무게|중량|Gewicht|Peso|Poids|Вес|Ağırlık|Vikt|Ciężar|Waga|Vægt|Vekt|Paino|Carga',
  loadUnit:
    'Weight Unit|重量单位|重量單位|重量単位|무게 단위|Gewichtseinheit|Unidad de peso|Unidade de peso|Unità di peso|Unité de poids|Gewichtseenheid|Единица веса|Ağırlık Birimi|Viktenhet',
  reps:
    'Reps|Rep|Repetitions|次|次数|次數|回数|レップ|レップ数|반복|횟수|Wdh.|Wiederholungen|Wdhl.|Wiederh.|Repeticiones|Reps.|Repetições|Ripetizioni|Répétitions|Herhalingen|' +
    'Повторения|Повторы|Повт.|Tekrar|Tekrarlar|Repetitioner|Powtórzenia|Gentagelser|Repetisjoner|Toistot',
  rpe: 'RPE',
  distance:
    'Distance|距离|距離|거리|Entfernung|Distanz|Strecke|Distancia|Distância|Distanza|Afstand|Расстояние|Дистанция|Mesafe|Distans|Avstånd|Dystans|Avstand|Matka|Etäisyys',
  distanceUnit:
    'Distance Unit|距离单位|距離單位|距離単位|거리 단위|Entfernungseinheit|Unidad de distancia|Unidade de distância|Unità di distanza|Unité de distance|Afstandseenheid|Единица расстояния',
  seconds: 'Seconds|秒|초|Sekunden|Segundos|Secondi|Secondes|Seconden|Секунды|Saniye|Sekunder|Sekundy|Sekunnit|Time',
  note: 'Notes|Note|备注|備註|注释|メモ|메모|Notizen|Anmerkungen|Notas|Anotações|Notities|Opmerkingen|Заметки|Примечания|Notlar|Anteckningar|Notatki|Noter|Notater|Muistiinpanot|Remarques',
  workoutNote:
    'Workout Notes|锻炼备注|訓練備註|ワークアウトメモ|운동 메모|Workout-Notizen|Trainingsnotizen|Notizen zum Workout|Notas del entrenamiento|Notas de entrenamiento|Notas do treino|' +
    "Note allenamento|Note dell'allenamento|Notes d'entraînement|Notes de l'entraînement|Notes de l’entraînement|Workoutnotities|Trainingsnotities|Заметки тренировки|Заметки о тренировке|Antrenman Notları",
})
