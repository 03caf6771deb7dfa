import ActorModel
import FormatTestSupport
import Testing

@testable import NetworkFormats
@testable import NetworkReading

@Suite struct DLFormatTests {
  let dl = DLFormat()

  @Test(arguments: [
    (
      "fullmatrix", "dl n=3\nformat = fullmatrix\nlabels:\na,b\nc\ndata:\n0 1 2\n0 0 0\n-1 0 0\n",
      ["a>b 1", "a>c 2", "c>a -1"]
    ),
    ("wrapped", "DL N = 2\nData:\n0\n1 1\n0\n", ["1>2 1", "2>1 1"]),
    (
      "embedded", "dl n=2\nformat = fullmatrix\nlabels embedded\ndata:\nlarry david\nLarry 0 1\ndavid 1 0\n",
      ["larry>david 1", "david>larry 1"]
    ),
    ("upperhalf", "dl n=3 format=upperhalf diagonal absent\nlabels: a b c\ndata:\n1 0\n2\n", ["a-b 1", "b-c 2"]),
    (
      "lowerhalf", "dl n=3 format = lowerhalf diagonal = present\nlabels:\na b c\ndata:\n0\n1 0\n0 2 5\n",
      ["b-a 1", "c-b 2", "c-c 5"]
    ),
    ("nodelist1", "DL n=3\nformat = nodelist1\nlabels:\na, b, c\ndata:\n1 2 3\n3 1\n", ["a>b 1", "a>c 1", "c>a 1"]),
    ("nodelist1e", "DL n=3\nformat = nodelist1\nlabels embedded:\ndata:\na b c\nc a\n", ["a>b 1", "a>c 1", "c>a 1"]),
    ("edgelist1", "DL n=3\nformat = edgelist1\nlabels:\na, b, c\ndata:\n1 2\n1 3 -1\n", ["a>b 1", "a>c -1"]),
    (
      "edgelist1e", "DL n=3\nformat = edgelist1\nlabels:\na, b, c\nlabels embedded:\ndata:\na b\nc A 2.5\n",
      ["a>b 1", "c>a 2.5"]
    ),
    (
      "edgelist1q", "DL n=2\nformat = edgelist1\nlabels embedded:\ndata:\n\"South Ossetia\" b 2\n",
      ["South Ossetia>b 2"]
    ),
    (
      "edgelist2", "DL nr=2 nc=2\nformat = edgelist2\nrow labels: a b\ncolumn labels: x y\ndata:\n1 1\n2 1 3\n",
      ["a-x 1", "b-x 3"]
    ),
    (
      "nodelist2", "DL nr=2 nc=2\nformat = nodelist2\nlabels embedded\ndata:\na x y\nb y\n",
      ["a-x 1", "a-y 1", "b-y 1"]
    ),
    (
      "twomode",
      "DL\nNR=2 NC=3\nFORMAT = FULLMATRIX DIAGONAL PRESENT\nROW LABELS:\na\nb\nCOLUMN LABELS:\nx\ny\nz\nDATA:\n1 0 1\n0 2 0\n",
      ["a-x 1", "a-z 1", "b-y 2"]
    ),
    ("C03", "\u{FEFF}dl n=1\ndata:\n0\n", []), ("C11", "dl n=2\r\ndata:\r0 1\n0 0\r\n", ["1>2 1"]),
  ])
  func reads(_ form: String, _ text: String, _ ties: [String]) throws {
    let read = try read(text, as: dl)
    #expect(short(read.network) == ties, "\(form)")
    expectReconciled(read.report)
  }

  @Test func severalMatricesAreTypes() throws {
    let text =
      "DL\nN=2 NM=2\nFORMAT = FULLMATRIX\nROW LABELS:\na\nb\nCOLUMN LABELS:\na\nb\nLEVEL LABELS:\nmarriage\nbusiness\nDATA:\n0 1\n1 0\n0 1\n0 0\n"
    let network = try read(text, as: dl).network
    #expect(network.relations.map(\.type) == ["marriage", "marriage", "business"])
    let lists = "dl n=2 nm=2 format=edgelist1\nmatrix labels: m b\ndata:\n1 2\n!\n2 1\n"
    #expect(try read(lists, as: dl).network.relations.map(\.type) == ["m", "b"])
  }

  @Test(arguments: [
    ("C01", "", "f:1:1: error: the file is empty"),
    ("word", "n=2\ndata:\n", "f:1:1: error: the file does not begin with DL"),
    ("n", "dl\ndata:\n", "f:1:1: error: the number of actors is missing"),
    ("n2", "dl n=x\ndata:\n", "f:1:4: error: n is no whole number"),
    ("n3", "dl n=-1\ndata:\n", "f:1:4: error: n is no whole number"),
    ("n4", "dl n=99999999\ndata:\n", "f:2:1: error: 99999999 by 99999999 actors"),
    ("n5", "dl n=50000\ndata:\n0 1\n", "f:2:1: error: a matrix of 50000 by 50000 needs more numbers"),
    ("form", "dl n=1 format=blockmatrix\ndata:\n", "f:1:8: error: format 'blockmatrix' is not known"),
    ("clause", "dl n=1\nfoo\ndata:\n", "f:2:1: error: 'foo' is not understood here"),
    ("labels", "dl n=2 labels:\na\ndata:\n0 0 0 0\n", "f:3:1: error: 1 row labels for 2 actors"),
    ("C13", "dl n=2\ndata:\n0 1\n1\n", "f:4:1: error: the file ends before the matrix is full"),
    ("C14", "dl n=1\ndata:\n0\n0\n", "f:4:1: error: numbers go on behind the last matrix"),
    ("C28", "dl n=2\ndata:\n0 nan\n0 0\n", "f:3:3: error: the value 'nan' is not a finite number"),
    (
      "edge", "dl n=2 format=edgelist1\ndata:\n1 3\n",
      "f:3:3: error: '3' is not the number of an actor (actors are numbered 1 to 2)"
    ),
    (
      "many", "dl n=1 format=edgelist1\nlabels embedded\ndata:\na b\n",
      "f:4:3: error: the label 'b' is one more than the 1 actors"
    ),
    ("quote", "dl n=1\nlabels:\n\"a\ndata:\n0\n", "f:3:1: error: a quote that is opened here"),
    ("nodata", "dl n=1\n", "f:1:1: error: the file has no data:"),
  ])
  func refuses(_ id: String, _ text: String, _ start: String) {
    let found = problems(text, as: dl)
    #expect(found.first { $0.contains("error:") }?.hasPrefix(start) == true, "\(id): \(found)")
  }

  @Test(arguments: 0..<200)
  func roundTrip(_ seed: Int) throws {
    var random = RandomNetworks(seed: UInt64(seed), isPlain: true)
    try expectRoundTrip(of: random.network(), in: dl, DLFormat.held)
  }

  @Test(.disabled(if: SharedData.isAbsent, "the data sets are not beside the package"))
  func florentineMarriagesAgreeWithPajek() throws {
    func pairs(_ network: ActorNetwork, type: String?) -> Set<String> {
      let names = Dictionary(
        uniqueKeysWithValues: network.actors.map { ($0.id, String($0.name.uppercased().prefix(9))) })
      return Set(
        network.relations.filter { type == nil || $0.type == type }.map { relation in
          [names[relation.ends.first] ?? "", names[relation.ends.second] ?? ""].sorted().joined(separator: "-")
        })
    }
    let ucinet = try dl.read(try SharedData.file("florentine/PADGETT.DAT"), options: ReadOptions()).network
    let pajek = PajekFormat()
    let marriages = try pajek.read(try SharedData.file("florentine/padgM.net"), options: ReadOptions()).network
    let both = try pajek.read(try SharedData.file("florentine/Padgett.paj"), options: ReadOptions()).network
    #expect(ucinet.actors.count == 16 && pairs(marriages, type: nil).count == 20)
    #expect(pairs(ucinet, type: "PADGM") == pairs(marriages, type: nil))
    #expect(pairs(both, type: "Marital") == pairs(marriages, type: nil))
    #expect(pairs(both, type: "Business") == pairs(ucinet, type: "PADGB"))
  }
}
