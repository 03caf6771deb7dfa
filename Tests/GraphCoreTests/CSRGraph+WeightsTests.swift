import GraphCore
import TestSupport
import Testing

@Suite("CSRGraph, weights")
struct CSRGraphWeightsTests {
  private let plain = KnownGraphs.path(3)

  @Test("The first unfit length or strength is named")
  func checks() throws {
    try plain.checkLengths(nil, allowingZero: false)
    try plain.checkLengths([0, 1], allowingZero: true)
    try plain.checkStrengths([1e-300, 1e300])
    try plain.checkStrengths(nil)
    #expect(
      throws: AlgorithmError.unfitValue(column: .length, edge: 1, value: 0, needed: "a finite length above 0")
    ) { try plain.checkLengths([1, 0], allowingZero: false) }
    for bad: Double in [-1, .infinity, -.infinity, .nan] {
      #expect(throws: AlgorithmError.self) { try plain.checkLengths([1, bad], allowingZero: true) }
      #expect(throws: AlgorithmError.self) { try plain.checkStrengths([bad, 1]) }
    }
    #expect(throws: AlgorithmError.self) { try plain.checkStrengths([0, 1]) }
  }
}
