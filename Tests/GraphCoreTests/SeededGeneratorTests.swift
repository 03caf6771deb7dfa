import GraphCore
import Testing

@Suite("SeededGenerator")
struct SeededGeneratorTests {
  // First outputs of SplitMix64 for seed 1234567, as published with the reference code.
  @Test("The published stream")
  func stream() {
    var random = SeededGenerator(seed: 1_234_567)
    let expected: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431,
      16_408_922_859_458_223_821,
    ]
    #expect(expected.map { _ in random.next() } == expected)
  }

  @Test("Streams of pieces of work differ from one another and depend on the number alone")
  func pieces() {
    let random = SeededGenerator(seed: 5)
    var first = random.stream(0)
    var second = random.stream(1)
    var again = random.stream(0)
    let value = first.next()
    #expect(value == again.next())
    #expect(value != second.next())
  }

  @Test("Numbers keep within their bounds and use all of them")
  func bounds() {
    var random = SeededGenerator(seed: 1)
    var counts = [Int](repeating: 0, count: 7)
    for _ in 0..<7000 { counts[random.nextIndex(below: 7)] += 1 }
    #expect(counts.allSatisfy { $0 > 850 && $0 < 1150 })
    #expect(random.nextIndex(below: 1) == 0)
    #expect((0..<1000).allSatisfy { _ in (0..<1).contains(random.nextUnit()) })
  }

  @Test("Shuffling keeps the elements, and every order turns up")
  func shuffling() {
    var random = SeededGenerator(seed: 2)
    var seen: Set<[Int]> = []
    for _ in 0..<200 {
      var elements = [1, 2, 3]
      random.shuffle(&elements)
      #expect(elements.sorted() == [1, 2, 3])
      seen.insert(elements)
    }
    #expect(seen.count == 6)
    var none: [Int] = []
    random.shuffle(&none)
    #expect(none.isEmpty)
  }
}
