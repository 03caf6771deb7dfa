import ActorModel
import Foundation
import NetworkDrawing
import Testing

/// The network of one article: 26 actors, 37 relations.
enum ArticleNetwork {
  private static let actors: [(String, String, ActorKind, [String])] = [
    ("RUS", "Russia", .state, ["axis"]), ("KREMLIN", "Russian leadership", .institution, []),
    ("RUS-MOJ", "Ministry of Justice of Russia", .institution, []),
    ("RUS-CRIT", "Critics inside Russia", .population, []), ("MOLOKHOV", "Aleksandr Molokhov", .person, []),
    ("RUS-RAIL", "Russian rail investment programmes", .resource, []), ("AFG", "Afghanistan", .state, []),
    ("TAL", "Taliban", .movement, []), ("IEA", "Islamic Emirate of Afghanistan", .government, []),
    ("AFG-EMB-MOW", "Afghan embassy in Moscow", .institution, []),
    ("AFG-RES", "Afghan mineral and energy reserves", .resource, []),
    ("AFG-MIG", "Afghan migrants and returnees", .population, []),
    ("AFG-WOM", "Women in Afghanistan", .population, []),
    ("AFG-RELMIN", "Religious minorities in Afghanistan", .population, []), ("IRN", "Iran", .state, ["axis"]),
    ("PAK", "Pakistan", .state, []), ("CHN", "China", .state, ["axis"]), ("CAS", "Central Asia", .area, []),
    ("WEST", "The West", .bloc, []), ("AXIS", "Anti-Western axis", .bloc, []),
    ("ALTSTR", "Alternative power structures", .bloc, []), ("EU", "European Union", .bloc, []),
    ("EUR", "European countries", .bloc, []), ("UN", "United Nations", .organisation, []),
    ("ANALYSTS", "Unnamed analysts", .population, []), ("INTCOM", "International community", .bloc, []),
  ]

  private static let relations = """
    R01 RUS > IEA recognises + 1.0 F
    R02 RUS > AFG-EMB-MOW hosts + 0.5 F
    R03 IRN > AFG-MIG expels - 0.9 F
    R04 IRN > AFG migration-pressure - 0.8 F
    R05 IRN > AFG-MIG returns - 0.8 F
    R06 PAK > AFG-MIG returns - 0.6 F
    R07 UN > AFG-MIG reports-on 0 0.3 F
    R08 RUS > CAS increases-influence + 0.5 F
    R09 RUS = TAL cooperates + 0.6 F
    R10 WEST > TAL withholds-recognition - 0.7 F
    R11 RUS > AFG seeks-influence + 0.6 F
    R12 RUS > AFG draws-into-axis + 0.4 S
    R13 RUS = IRN aligned + 0.5 S
    R14 RUS = CHN aligned + 0.5 S
    R15 IRN = CHN aligned + 0.3 S
    R16 AXIS > WEST opposes - 0.4 S
    R17 RUS > AFG-RES gains-access + 0.5 N
    R18 RUS = AFG prepares-economic-cooperation + 0.6 F
    R19 RUS-CRIT > KREMLIN criticises - 0.4 F
    R20 RUS > RUS-RAIL cuts-funding - 0.4 F
    R21 EUR > AFG-MIG worried-about - 0.4 F
    R22 AFG > EU migration-pressure-via-iran - 0.5 S
    R23 AFG > EU migration-pressure-via-central-asia - 0.4 S
    R24 AFG > EU border-pressure - 0.6 N
    R25 RUS > IEA supports + 0.7 F
    R26 RUS > AFG-MIG instrumentalises - 0.4 N
    R27 RUS > EUR leverage-over - 0.5 N
    R28 RUS > TAL drops-terrorist-label + 0.8 F
    R29 RUS-MOJ > MOLOKHOV threatens-licence - 0.6 F
    R30 MOLOKHOV > TAL defended + 0.5 F
    R31 RUS-CRIT > KREMLIN accuses-of-double-standard - 0.4 S
    R32 TAL > AFG-WOM suppresses - 0.9 F
    R33 TAL > AFG-RELMIN persecutes - 0.9 F
    R34 RUS = TAL ally + 0.5 S
    R35 RUS > ALTSTR builds-position-through + 0.4 S
    R36 AFG > RUS spill-over - 0.4 N
    R37 INTCOM > RUS decides-outcome 0 0.3 N
    """

  /// What the article says, in an order of one's choice.
  static func content(shuffledBy seed: UInt64? = nil) -> NetworkContent {
    var content = NetworkContent(id: "article")
    content.title = "Moscow, Kabul and the EU"
    content.blocs = [Bloc(id: "axis", name: "Anti-Western axis (analysts' term)")]
    var source = Source(id: "paper")
    source.title = "An article"
    source.published = try? CalendarDate("2025-07")
    content.sources = [source]
    content.actors = actors.map { id, name, kind, blocs in
      var actor = Actor(id: id, name: name)
      actor.kind = kind
      actor.blocs = blocs.map { BlocMembership($0) }
      return actor
    }
    content.relations = relations.split(separator: "\n").map { relation(of: $0.split(separator: " ").map(String.init)) }
    if let seed {
      var generator = Generator(state: seed)
      content.actors.shuffle(using: &generator)
      content.relations.shuffle(using: &generator)
    }
    return content
  }

  private static func relation(of words: [String]) -> Relation {
    let ends: RelationEnds =
      words[2] == "=" ? .mutual(words[1], words[3]) : .directed(from: words[1], to: words[3])
    var relation = Relation(id: words[0], ends: ends, type: words[4])
    relation.sign = words[5] == "+" ? .positive : words[5] == "-" ? .negative : .neutral
    relation.strength = Double(words[6]) ?? 1
    relation.status = words[7] == "F" ? .fact : words[7] == "S" ? .assessment : .anticipated
    relation.confidence = relation.status == .fact ? 0.9 : 0.5
    relation.validity.since = try? CalendarDate("2025-07-03")
    var evidence = Evidence(source: "paper")
    evidence.claim = "Says so of \(words[0])."
    relation.evidence = [evidence]
    return relation
  }

  /// A drawing of it with statements of every status.
  static func drawing(shuffledBy seed: UInt64? = nil) throws -> Drawing { try drawingOf(content(shuffledBy: seed)) }
}

/// A drawing of content with statements of every status.
func drawingOf(_ content: NetworkContent) throws -> Drawing {
  var projection = Projection()
  projection.statuses = Status.allCases
  var drawing = Drawing(of: Snapshot(of: try ActorNetwork(content)), projection: projection)
  drawing.dataHash = "0123456789abcdef"
  return drawing
}

/// A network of actors with names, and relations between them by place in the list.
func content(_ names: [String], _ lines: [(Int, Int)] = []) -> NetworkContent {
  var content = NetworkContent(id: "small")
  content.actors = names.enumerated().map { Actor(id: "A\($0)", name: $1) }
  content.relations = lines.enumerated().map { index, line in
    Relation(id: "R\(index)", ends: .directed(from: "A\(line.0)", to: "A\(line.1)"), type: "knows")
  }
  return content
}

/// The same numbers in every run.
struct Generator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
