import Testing

@testable import NetworkReading

@Suite("Positions of ids") struct IDTableTests {
  @Test("Ids of every length up to 40 bytes are told apart and found again, as a dictionary does it")
  func agreesWithADictionary() {
    var table = IDTable()
    var slow: [String: Int32] = [:]
    var random = SystemRandomNumberGenerator()
    for round in 0..<20_000 {
      // Few letters and lengths make repetitions frequent.
      let length = round % 41
      let id = String((0..<length).map { _ in "ab0é"[Int(random.next() % UInt64(length < 6 ? 4 : 2))] })
      let (position, isNew) = table.intern(id)
      #expect(isNew == (slow[id] == nil))
      if let known = slow[id] { #expect(position == known) }
      slow[id] = position
    }
    #expect(table.count == slow.count)
    for (id, position) in slow { #expect(table.position(of: id) == position) }
  }

  @Test("Ids on either side of the longest that stands in a slot, and ones that differ in the last byte only")
  func tellsNeighboursApart() {
    var table = IDTable()
    let ids = (1...20).flatMap { length in ["a", "b"].map { String(repeating: "x", count: length - 1) + $0 } }
    for (i, id) in ids.enumerated() { #expect(table.intern(id).position == Int32(i)) }
    for (i, id) in ids.enumerated() { #expect(table.position(of: id) == Int32(i)) }
    #expect(table.position(of: "xxxxxxxxxxxxxxxc") == nil)
    #expect(table.position(of: "") == nil)
  }

  @Test("Composed and decomposed accents are one id, and counted")
  func joinsSpellings() {
    var table = IDTable()
    #expect(table.intern("Orb\u{E9}").isNew)
    #expect(!table.intern("Orbe\u{301}").isNew)
    #expect(table.recomposedCount == 1 && table.count == 1)
  }
}

extension String {
  fileprivate subscript(_ i: Int) -> Character { self[index(startIndex, offsetBy: i)] }
}
