extension PlainGraph {
  /// Warns of actors whose ids look alike: capitals, spaces at the end, invisible characters, letters of another
  /// script.
  ///
  /// Only networks of at most 100,000 actors are searched.
  mutating func warnOfLookAlikes(_ ids: [String]) {
    guard ids.count <= 100_000 else { return }
    var shapes = IDTable()
    var first: [Int] = []
    for (i, id) in ids.enumerated() {
      let (shape, isNew) = shapes.intern(LookAlikes.shape(of: id))
      if isNew {
        first.append(i)
        continue
      }
      let earlier = first[Int(shape)]
      let line = nodeLines[earlier]
      log.warning(
        TextLocation(line: Int(nodeLines[i]), column: 1),
        "the ids '\(id)' and '\(ids[earlier])' (line \(line)) look alike; they are kept apart",
        "give both the same id if they are one actor")
    }
  }
}

/// What ids look like to a reader.
///
/// - Source: the idea of skeletons in Unicode Technical Standard 39, https://www.unicode.org/reports/tr39/, for the
///   Cyrillic and Greek letters that are drawn as Latin ones.
enum LookAlikes {
  private static let twins: [Unicode.Scalar: Unicode.Scalar] = {
    let foreign = "АВЕЅІЈКМНОРСТХҮаеѕіјорсухһԁΑΒΕΖΗΙΚΜΝΟΡΤΥΧο".unicodeScalars
    let latin = "ABESIJKMHOPCTXYaesijopcyxhdABEZHIKMNOPTYXo".unicodeScalars
    return Dictionary(zip(foreign, latin), uniquingKeysWith: { first, _ in first })
  }()

  /// The same text for ids that look alike.
  static func shape(of id: String) -> String {
    let isPlain = id.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    if isPlain, id.utf8.first != 0x20, id.utf8.last != 0x20 {
      return id.utf8.contains { $0 >= 0x41 && $0 <= 0x5A } ? id.lowercased() : id
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
