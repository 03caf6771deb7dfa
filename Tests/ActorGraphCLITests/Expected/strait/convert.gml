graph [
  directed 1
  network "strait"
  label "Five states around a strait"
  language "en"
  description "An invented dispute over a strait, so that every form of output has something to show."
  node [
    id 1
    actor "NOR"
    label "Norland"
    kind "state"
  ]
  node [
    id 2
    actor "NOR-PORT"
    label "Port Authority of Norland"
    kind "institution"
    partOf "NOR"
  ]
  node [
    id 3
    actor "SUD"
    label "Sudmark"
    kind "state"
  ]
  node [
    id 4
    actor "OST"
    label "Ostia"
    kind "state"
  ]
  node [
    id 5
    actor "WES"
    label "Westreich"
    kind "state"
  ]
  node [
    id 6
    actor "ISL"
    label "Isle of Lights"
    kind "state"
    note "Neutral, and says so."
  ]
  node [
    id 7
    actor "UNION"
    label "Union of Ferrymen"
    kind "organisation"
    members "1200"
  ]
  node [
    id 8
    actor "MIG"
    label "Stranded sailors"
    kind "population"
  ]
  node [
    id 9
    actor "SUDMARK"
    label "Sudmark Line"
    kind "organisation"
  ]
  edge [
    source 1
    target 5
    id "R01"
    weight 0.8
    type "supports"
    sign "positive"
    confidence 0.9
    since "2023-02-01"
  ]
  edge [
    source 5
    target 1
    id "R02"
    weight 0.5
    type "supports"
    sign "positive"
    confidence 0.8
    since "2023-05-01"
  ]
  edge [
    source 3
    target 1
    id "R03"
    weight 0.7
    type "blocks"
    label "closes the strait to"
    sign "negative"
    confidence 0.7
    status "assessment"
    since "2024-06-01"
    until "2025-04-01"
  ]
  edge [
    source 3
    target 4
    directed 0
    id "R04"
    weight 0.9
    type "allied-with"
    sign "positive"
    confidence 0.9
    since "2023-01-01"
  ]
  edge [
    source 4
    target 1
    id "R05"
    weight 0.4
    type "trades-with"
    sign "positive"
    confidence 0.6
    until "2024-06-01"
  ]
  edge [
    source 4
    target 1
    id "R06"
    weight 0.6
    type "sanctions"
    sign "negative"
    confidence 0.8
    since "2024-06-01"
  ]
  edge [
    source 6
    target 3
    id "R07"
    weight 0.3
    type "mediates"
    sign "neutral"
    confidence 0.5
    since "2024-09-15"
  ]
  edge [
    source 7
    target 2
    id "R08"
    weight 0.5
    type "strikes-against"
    sign "negative"
    confidence 0.6
    since "2024-07-01"
  ]
  edge [
    source 3
    target 8
    id "R09"
    weight 0.6
    type "holds"
    sign "negative"
    confidence 0.7
    since "2024-06-10"
  ]
  edge [
    source 8
    target 5
    id "R10"
    weight 0.3
    type "presses"
    sign "negative"
    confidence 0.4
    status "anticipated"
    since "2025-01-01"
    note "Only if the strait stays closed."
  ]
  edge [
    source 5
    target 4
    id "R11"
    weight 0.2
    type "recognises"
    sign "positive"
    confidence 0.9
  ]
  edge [
    source 6
    target 5
    id "R12"
    weight 0.6
    type "trades-with"
    sign "positive"
    confidence 0.9
    since "2023-01-01"
  ]
  edge [
    source 9
    target 3
    id "R13"
    weight 0.4
    type "pays"
    sign "positive"
    confidence 0.5
    since "2024-06-01"
  ]
  edge [
    source 1
    target 3
    id "R14"
    weight 0.8
    type "sanctions"
    sign "negative"
    confidence 0.9
    since "2024-10-01"
  ]
]
