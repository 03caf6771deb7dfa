import ActorModel
import Testing

@testable import NetworkDrawing

@Suite struct LineStyleTests {
  /// Every combination differs from every other by more than its colour.
  @Test func signAndStatusShowWithoutColour() {
    var looks: Set<String> = []
    for sign in Sign.allCases {
      for status in Status.allCases {
        let style = LineStyle(sign: sign, status: status, width: 2)
        let tone = status == .assessment ? "pale" : "full"
        looks.insert("\(style.pattern) \(style.arrow) \(tone)")
      }
    }
    #expect(looks.count == 9)
  }

  @Test func assessmentsAreClearlyLighter() {
    let palette = Palette()
    for sign in Sign.allCases {
      let fact = LineStyle(sign: sign, status: .fact, width: 2).colour(palette).luminance
      let assessment = LineStyle(sign: sign, status: .assessment, width: 2).colour(palette).luminance
      #expect(assessment > fact + 0.15)
    }
  }

  @Test func widthFollowsStrength() {
    let scale = WidthScale(strengths: [0.2, 0.9])
    #expect(scale.reference == 1)
    #expect(scale.width(of: 0.2) < scale.width(of: 0.9))
    #expect(scale.width(of: 1) == WidthScale.widest)
    #expect(WidthScale(strengths: [5, 50]).width(of: 50) == WidthScale.widest)
    #expect(WidthScale(strengths: [.infinity]).reference == 1)
  }

  @Test func namesCanBeReadOnEveryFill() {
    let palette = Palette()
    for step in 0...10 {
      let fill = palette.fill(Double(step) / 10)
      let light = max(fill.luminance, palette.ink(on: fill).luminance)
      let dark = min(fill.luminance, palette.ink(on: fill).luminance)
      #expect((light + 0.05) / (dark + 0.05) > 4.5)
    }
  }
}
