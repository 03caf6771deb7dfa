extension ImportCollector {
  /// Words for a value that is not there, as R, pandas and spreadsheets write them into tables.
  private static let missingWords = [
    "NA", "N/A", "#N/A", "n/a", "<NA>", "NaN", "nan", "NULL", "Null", "null", "None",
  ]

  /// Warns of actors whose ids are words for a missing value: all ties of unknown ends would be theirs.
  package mutating func warnOfMissingValues() {
    for word in Self.missingWords {
      guard let position = node(word) else { continue }
      log.warning(
        TextLocation(line: Int(nodeLines[Int(position)]), column: 1),
        "'\(word)' may mean that there is no value; it is read as an actor like any other",
        "take the rows out, or give the actor another id")
    }
  }

  /// Warns of ids with characters that turn the direction of writing, by which one is shown as another.
  mutating func warnOfTurnedIDs(_ ids: [String]) {
    for (i, id) in ids.enumerated() where !id.isPrintableASCII && id.unicodeScalars.contains(where: \.steersTerminals) {
      log.warning(
        TextLocation(line: Int(nodeLines[i]), column: 1),
        "the id '\(id.clipped)' has direction-changing characters; they are kept, and escaped when shown",
        "take them out")
    }
  }

  /// Warns of actors whose ids look alike: capitals, spaces at the end, invisible characters, letters of another
  /// script.
  ///
  /// Only networks of at most 100,000 actors are searched.
  mutating func warnOfConfusables(_ ids: [String]) {
    for pair in Confusables.pairs(among: ids) {
      let line = nodeLines[pair.earlier]
      log.warning(
        TextLocation(line: Int(nodeLines[pair.later]), column: 1), pair.message(ids, earlierLine: Int(line)),
        Confusables.advice)
    }
  }
}

/// What ids look like to a reader.
///
/// - Source: the idea of skeletons in Unicode Technical Standard 39, https://www.unicode.org/reports/tr39/, for the
///   Cyrillic and Greek letters that are drawn as Latin ones.
package enum Confusables {
  /// Two ids that look alike, by their positions.
  package struct Pair: Sendable {
    package let later: Int
    package let earlier: Int

    /// What to say of the pair.
    package func message(_ ids: [String], earlierLine: Int) -> String {
      "the ids '\(ids[later])' and '\(ids[earlier])' (line \(earlierLine)) look alike; they are kept apart"
    }
  }

  package static let advice: Advice = "give both the same id if they are one actor"

  /// The pairs of ids that look alike, each id with the first that looks so; none among more than 100,000.
  package static func pairs(among ids: [String]) -> [Pair] {
    guard ids.count <= 100_000 else { return [] }
    var shapes = IDTable()
    var first: [Int] = []
    var pairs: [Pair] = []
    for (i, id) in ids.enumerated() {
      let (shape, isNew) = shapes.intern(shape(of: id))
      if isNew { first.append(i) } else { pairs.append(Pair(later: i, earlier: first[Int(shape)])) }
    }
    return pairs
  }

  private static let twins: [Unicode.Scalar: Unicode.Scalar] = {
    let foreign = "АВЕЅІЈКМНОРСТХҮаеѕіјорсухһԁΑΒΕΖΗΙΚΜΝΟΡΤΥΧο".unicodeScalars
    let latin = "ABESIJKMHOPCTXYaesijopcyxhdABEZHIKMNOPTYXo".unicodeScalars
    return Dictionary(zip(foreign, latin), uniquingKeysWith: { first, _ in first })
  }()

  /// The same text for ids that look alike.
  static func shape(of id: String) -> String {
    let isPlain = id.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    if isPlain, id.utf8.first != 0x20, id.utf8.last != 0x20 {
      guard id.utf8.contains(where: { $0 >= 0x41 && $0 <= 0x5A }) else { return id }
      return String(decoding: id.utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
    var scalars = String.UnicodeScalarView()
    for scalar in id.unicodeScalars {
      if isInvisible(scalar) { continue }
      if scalar.properties.isWhitespace {
        if !scalars.isEmpty { scalars.append(" ") }
      } else {
        scalars.append(twins[scalar] ?? scalar)
      }
    }
    while scalars.last == " " { scalars.removeLast() }
    return String(scalars).lowercased()
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: true
    default: false
    }
  }
}
