import ActorModel
import Testing

@testable import NetworkFormats
@testable import NetworkReading

@Suite struct NetworkEncoderTests {
  @Test(arguments: 0..<200)
  func writingAndReadingBackChangesNothing(_ seed: Int) throws {
    var random = RandomNetworks(seed: UInt64(seed))
    let network = random.network()
    for format in [YAMLNetworkFormat(), JSONNetworkFormat()] as [any NetworkReader & NetworkWriter] {
      let written = try format.write(network)
      #expect(written.losses.isEmpty)
      let back = try format.read(InputFile(name: "f", bytes: written.bytes), options: ReadOptions())
      #expect(back.network == network, "\(format.id): \(String(decoding: written.bytes, as: UTF8.self))")
      #expect(try format.write(back.network).bytes == written.bytes)
    }
  }
}
