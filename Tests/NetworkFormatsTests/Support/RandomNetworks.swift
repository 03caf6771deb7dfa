import ActorModel

/// Networks with every field, some of the time, for round trips.
struct RandomNetworks {
  /// Ids that some format or reader is known to spoil.
  static let hardIDs = [
    "NO", "ON", "YE", "NA", "NULL", "NAN", "NaN", "001", "1E5", "0x10", "007", "true", "on", "1_000", "é", "ß",
    "Россия",
    "日本", "a b", "a,b", "a;b", "=1+1", "@x", "-2+3", "a'b", "R&D", "<b>", "]]>", "%s", "{x}", "[y]", "\\N",
  ]

  var seed: UInt64
  /// Whether ids, names and texts are plain words.
  var isPlain = false
  /// Bytes that choose before the seed does, so that a fuzzer can steer.
  private var bytes: ArraySlice<UInt8> = []

  /// Networks of a seed.
  init(seed: UInt64, isPlain: Bool = false) {
    self.seed = seed
    self.isPlain = isPlain
  }

  /// Networks that bytes choose; texts may be pieces of them.
  init(bytes: [UInt8]) {
    seed = UInt64(bytes.count)
    self.bytes = bytes[...]
  }

  private mutating func next() -> UInt64 {
    if let byte = bytes.popFirst() { return UInt64(byte) }
    seed &+= 0x9E37_79B9_7F4A_7C15
    var z = seed
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  private mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
  private mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
  private mutating func pick<T>(_ list: [T]) -> T { list[below(list.count)] }

  private mutating func word() -> String {
    if !bytes.isEmpty, chance(50) {
      let piece = bytes.prefix(1 + below(12))
      bytes = bytes.dropFirst(piece.count)
      return String(decoding: piece, as: UTF8.self)
    }
    let plain = ["alpha", "beta", "gamma", "delta", "omega"]
    guard !isPlain else { return pick(plain) }
    let hard = [
      "say \"hi\"", "two words", "comma, semicolon; tab\tend", "line\nbreak", "'single'", "Ünïcödé ☃", "&amp; & <x>",
      "a\\b",
      "1,5", "null", "--", "]", "{\"a\": 1}", "#hash", "%percent", " leading", "trailing ", "/* c */", "// c", "+", "",
    ]
    return chance(60) ? pick(plain) : pick(hard)
  }

  private mutating func name() -> String {
    let text = word()
    return text.isEmpty ? "nameless" : text
  }

  private mutating func date(_ from: Int, _ to: Int) -> CalendarDate? {
    let year = from + below(to - from)
    let texts = ["\(year)", "\(year)-07", "\(year)-02-28"]
    return try? CalendarDate(pick(texts))
  }

  private mutating func interval() -> Interval {
    Interval(since: chance(30) ? date(1990, 2000) : nil, until: chance(30) ? date(2010, 2020) : nil)
  }

  private mutating func attributes() -> [Attribute] {
    let keys = ["colour", "size", "sector", "gdp", "rank"]
    var found: [Attribute] = []
    for key in keys where chance(20) {
      found.append(chance(80) ? Attribute(key, word()) : Attribute(key, list: [word(), word()]))
    }
    return found
  }

  private mutating func strength() -> Double {
    let choices: [Double] = [1, 2, 0.5, 0.1 + 0.2, 1e-7, 12345.678, 3e20, 1 / 3]
    return pick(choices)
  }

  /// A network with up to so many actors.
  mutating func network(actors limit: Int = 12, relations: Int = 20) -> ActorNetwork {
    var content = NetworkContent(id: "net-\(below(1000))")
    if chance(30) { content.title = name() }
    if chance(20) { content.language = "en" }
    if chance(20) { content.description = word() }
    content.sources = [Source(id: "s1"), Source(id: "s2")]
    content.sources[0].title = "A report"
    content.blocs = chance(30) ? [Bloc(id: "east", name: "East")] : []
    let hard = Self.hardIDs
    for i in 0..<(1 + below(limit)) {
      let id = isPlain || chance(50) ? "actor\(i)" : hard[(i * 7) % hard.count]
      guard !content.actors.contains(where: { $0.id == id }) else { continue }
      content.actors.append(actor(id, among: content.actors.map(\.id)))
    }
    let ids = content.actors.map(\.id)
    for i in 0..<below(relations) { content.relations.append(relation(i, among: ids)) }
    guard let network = try? ActorNetwork(content) else { preconditionFailure("the generator is at fault") }
    return network
  }

  private mutating func actor(_ id: String, among others: [String]) -> Actor {
    var actor = Actor(id: id, name: chance(50) ? id : name() + " " + id)
    if chance(20) { actor.kind = pick(ActorKind.allCases) }
    if chance(10) { actor.aliases = [Alias("other"), Alias("autre", language: "fr")] }
    if chance(10) { actor.codes = [Attribute("iso3", "RUS")] }
    if chance(10) { actor.blocs = [BlocMembership("east")] }
    if chance(10), let other = others.first { actor.notSameAs = [other] }
    if chance(10), let other = others.last { actor.partOf = other }
    actor.existence = interval()
    if chance(10) { actor.note = word() }
    actor.attributes = attributes()
    return actor
  }

  private mutating func relation(_ i: Int, among ids: [String]) -> Relation {
    let a = pick(ids)
    let b = pick(ids)
    var relation = Relation(
      id: chance(80) ? "e\(i + 1)" : "R\(i)", ends: chance(60) ? .directed(from: a, to: b) : .mutual(a, b),
      type: chance(50) ? "tie" : name())
    if chance(20) { relation.label = word() }
    if chance(40) { relation.sign = pick(Sign.allCases) }
    if chance(60) { relation.strength = strength() }
    if chance(20) { relation.confidence = Double(below(101)) / 100 }
    if chance(20) { relation.status = pick(Status.allCases) }
    relation.validity = interval()
    if chance(10) { relation.note = word() }
    relation.attributes = attributes()
    if chance(20) { relation.evidence = [Evidence(source: "s1")] }
    return relation
  }
}
