import ActorModel
import Foundation
import Testing

@Suite("Projection")
struct ProjectionTests {
  @Test("Unless said otherwise: facts and assessments, as stated, strengths added up, loops dropped")
  func defaults() {
    let projection = Projection()
    #expect(projection.statuses == [.fact, .assessment])
    #expect(projection.types == nil)
    #expect(projection.signs == Sign.allCases)
    #expect(projection.minimumConfidence == 0)
    #expect(projection.direction == .stated)
    #expect(projection.combination == .sum)
    #expect(projection.rollUp == .none)
    #expect(projection.loops == .drop)
    #expect(projection.isolates == .keep)
    #expect(projection.weights == .strength)
    #expect(projection.length == .inverse)
  }

  @Test("It is written and read without a change", arguments: [Projection.RollUp.none, .all, .into(["RUS", "EU"])])
  func codable(rollUp: Projection.RollUp) throws {
    var projection = Projection()
    projection.statuses = [.anticipated]
    projection.types = ["recognises"]
    projection.signs = [.negative]
    projection.minimumConfidence = 0.25
    projection.direction = .either
    projection.combination = .noisyOr
    projection.rollUp = rollUp
    projection.loops = .keep
    projection.isolates = .drop
    projection.weights = .length
    projection.length = .negativeLog
    let bytes = try JSONEncoder().encode(projection)
    #expect(try JSONDecoder().decode(Projection.self, from: bytes) == projection)
  }

  @Test("JSON uses the words of the command line")
  func words() throws {
    var projection = Projection()
    projection.combination = .noisyOr
    projection.length = .negativeLog
    let object = try JSONSerialization.jsonObject(with: JSONEncoder().encode(projection)) as? [String: Any]
    let json = try #require(object)
    #expect(json["combination"] as? String == "noisy-or")
    #expect(json["length"] as? String == "negative-log")
    #expect(json["rollUp"] as? String == "none")
    #expect(json["direction"] as? String == "stated")
  }
}
