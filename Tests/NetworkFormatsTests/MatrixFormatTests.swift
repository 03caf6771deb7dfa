import ActorModel
import FormatTestSupport
import Testing

@testable import NetworkFormats
@testable import NetworkReading

@Suite struct MatrixFormatTests {
  let matrix = MatrixFormat()

  @Test func readsSquareAndTwoMode() throws {
    let square = try read(",a,b,c\na,0,1,0\nc,0,0,0\nb,-2,,0\n", as: matrix)
    #expect(short(square.network) == ["a>b 1", "b>a -2"])
    #expect(square.network.actors.map(\.id) == ["a", "b", "c"], "V24")
    let two = try read(",x,y\na,1,0\nb,0,2\nc,0,0\n", as: matrix)
    #expect(short(two.network) == ["a-x 1", "b-y 2"])
    #expect(two.network.actors.count == 5 && two.report.notes.contains { $0.contains("two-mode") })
    expectReconciled(two.report)
  }

  @Test func symmetricMatricesAreSaidToBe() throws {
    let text = ",a,b\na,0,1\nb,1,0\n"
    #expect(try read(text, as: matrix).report.notes.contains { $0.contains("read as undirected they are 1 ties") })
    var options = ReadOptions()
    options.direction = .undirected
    #expect(short(try read(text, as: matrix, options: options).network) == ["a-b 1"])
  }

  @Test func isToldFromATableOfTies() {
    let registry = FormatRegistry()
    for (text, id) in [
      (",a,b\na,0,1\nb,1,0\n", "matrix"), (";a;b\na;0;1\n", "matrix"), ("a,b,1\n", "csv"), (",name\n1,x\n", "csv"),
    ] {
      #expect(registry.reader(of: InputFile(name: "x.csv", bytes: Array(text.utf8)))?.id == id, "\(text)")
    }
  }

  @Test(arguments: [
    (",a,b\na,0,1\nb,1\n", "f:3:1: error: a row of 2 cells, but should have 3"),
    (",a,a\na,0,1\n", "f:1:4: error: two columns are named 'a'"),
    (",a,b\na,0,x\nb,0,0\n", "f:2:5: error: the value 'x' is not a finite number"),
    (",a,b\na,0,1\na,0,0\n", "f:3:1: warning: "), (",a\n,1\n", "f:2:1: error: the row's name is empty"),
  ])
  func refuses(_ text: String, _ start: String) throws {
    if start.contains("warning") {
      // Rows of one name are two-mode rows; numbers tell them apart.
      #expect(try read(text, as: matrix).network.actors.count == 4)
      return
    }
    let found = problems(text, as: matrix)
    #expect(found.first { $0.contains("error:") }?.hasPrefix(start) == true, "\(found)")
  }

  @Test(arguments: 0..<200)
  func roundTrip(_ seed: Int) throws {
    var random = RandomNetworks(seed: UInt64(seed))
    let network = random.network(actors: 12, relations: 6)
    let written: ExportedNetwork
    do { written = try matrix.write(network) } catch {
      #expect(error.description.contains("there are several"))
      return
    }
    let expected = try MatrixFormat.reduce(network, fields: .standard).content
    let back = try matrix.read(InputFile(name: "\(network.id).x", bytes: written.bytes), options: ReadOptions()).network
    #expect(back.content.relations == expected.relations && back.content.actors == expected.actors)
    #expect((expected == network.content) == written.losses.isEmpty)
  }

  // case 29-csv-formulas-and-escapes
  @Test("Names that a spreadsheet would run are guarded, and come back; numbers are left alone")
  func formulas() throws {
    let network = try read("\"\",=a,b\n=a,0,-0.5\nb,1,0\n", as: matrix).network
    let written = String(decoding: try matrix.write(network).bytes, as: UTF8.self)
    #expect(written == ",'=a,b\n'=a,0,-0.5\nb,1,0\n")
    #expect(try read(written, as: matrix).network.actors.map(\.id) == ["=a", "b"])
  }
}
