import ActorModel
import FormatTestSupport
import Testing

@testable import NetworkFormats
@testable import NetworkReading

/// What `.ci/fuzz` does for hours, for a moment: the same checks on altered samples and on all that fuzzing has found.
@Suite("No input makes a reader or writer do what none may do")
struct FuzzTests {
  @Test("Altered samples are read or refused, in every format", arguments: FuzzTarget.allCases)
  func altered(_ target: FuzzTarget) throws {
    for (number, sample) in try samples(for: target).enumerated() {
      var mutation = Mutation(seed: UInt64(number))
      for _ in 0..<40 {
        let bytes = mutation.alter(sample)
        do throws(FuzzFailure) { try target.run(bytes) } catch {
          Issue.record("\(error)\n\(bytes)")
        }
      }
    }
  }

  @Test("What a fuzzer found once does not come back", arguments: FuzzFindings.all)
  func found(_ finding: FuzzFindings.Finding) throws {
    try finding.target.run(finding.bytes)
  }

  /// Small files of a format; bytes that choose a network for writing and reading back.
  private func samples(for target: FuzzTarget) throws -> [[UInt8]] {
    try (0..<6).map { (seed: UInt64) in
      var random = RandomNetworks(seed: seed, isPlain: seed.isMultiple(of: 2))
      if target == .roundTrip { return (0..<200).map { UInt8(truncatingIfNeeded: $0 &* Int(seed &+ 31)) } }
      let network = random.network(actors: 5, relations: 6)
      if target == .events {
        return EventRow.table(network.relations.map { EventRow($0.ends.first, $0.ends.second) })
      }
      if target == .zip { return SmallArchive(["a.gml": try GMLFormat().write(network).bytes]).bytes }
      if target == .gzip { return try Gzip().compress(GMLFormat().write(network).bytes) }
      let format = try #require(FormatRegistry().reader(id: target.rawValue) as? any NetworkWriter)
      if let written = try? format.write(network) { return written.bytes }
      return Array(",a,b\na,0,1\nb,2,0\n".utf8)
    }
  }
}
