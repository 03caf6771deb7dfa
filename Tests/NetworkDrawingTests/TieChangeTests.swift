import ActorModel
import Testing

@testable import NetworkDrawing

@Suite struct TieChangeTests {
  private func look(_ change: TieChange) -> String {
    let style = LineStyle(sign: .positive, status: .fact, width: 2, change: change)
    let curve = Curve(from: Point(x: 0, y: 0), to: Point(x: 100, y: 0))
    let strands = style.strands(along: curve)
    let reach = strands.map { max(abs($0.start.y), abs($0.end.y)) }.max() ?? 0
    let ink = strands.reduce(0) { $0 + $1.start.distance(to: $1.end) }
    return "\(strands.count) pieces, \(Int(ink)) long, \(Int(reach * 10)) aside, \(style.strokeWidth) wide"
  }

  /// Grey printers and readers who see no colours tell them apart.
  @Test func everyChangeHasALineOfItsOwn() {
    #expect(Set(TieChange.allCases.map(look)).count == TieChange.allCases.count)
  }

  @Test func everyChangeHasASignOfItsOwn() {
    #expect(Set(TieChange.allCases.map(\.symbol)).count == TieChange.allCases.count)
    #expect(Set(TieChange.allCases.map(\.title)).count == TieChange.allCases.count)
  }

  @Test func whatDidNotChangeIsPale() {
    let palette = Palette()
    for sign in Sign.allCases {
      let still = LineStyle(sign: sign, status: .fact, width: 2, change: .unchanged).colour(palette).luminance
      for change in TieChange.allCases where change != .unchanged {
        let changed = LineStyle(sign: sign, status: .fact, width: 2, change: change).colour(palette).luminance
        #expect(still > changed + 0.2)
      }
    }
  }

  /// The arrow hangs on the last piece, which ends where the line ends.
  @Test(arguments: TieChange.allCases)
  func theLastPieceLeadsToTheArrow(_ change: TieChange) throws {
    let curve = Curve(from: Point(x: 3, y: 4), to: Point(x: 80, y: -20))
    for length in [curve, curve.part(from: 0, to: 0.02), Curve(from: curve.start, to: curve.start)] {
      let strands = LineStyle(sign: .negative, status: .fact, width: 3, change: change).strands(along: length)
      let last = try #require(strands.last)
      if change != .unchanged { #expect(last.end.distance(to: length.end) < 0.01) }
      #expect(strands.allSatisfy { $0.start.x.isFinite && $0.end.y.isFinite })
      #expect(strands.count < 1_000)
    }
  }

  @Test func wordsOfRanks() {
    #expect(ActorChange(rankBefore: 9, rankAfter: 4).text == "9 → 4 ▲")
    #expect(ActorChange(rankBefore: 4, rankAfter: 9).text == "4 → 9 ▼")
    #expect(ActorChange(rankBefore: 4, rankAfter: 4).text == nil)
    #expect(ActorChange().text == nil)
  }
}
