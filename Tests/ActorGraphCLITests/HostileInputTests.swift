import Foundation
import Testing

/// The rows of the list of hostile inputs that concern files and folders, as a user meets them.
@Suite("Hostile files on the command line")
struct HostileInputTests {
  /// A file in each format, of which the weight is no number.
  static let bad = [
    "csv": "Source,Target,Weight\na,b,1\na,c,NaN\n", "edgelist": "a b 1\na c NaN\n",
    "net": "*Vertices 2\n1 \"a\"\n2 \"b\"\n*Arcs\n1 2 NaN\n",
    "dl": "dl n=2 format=edgelist1\nlabels:\na\nb\ndata:\n1 2 NaN\n",
    "gml": "graph [\nnode [ id 1 ]\nedge [ source 1 target 1 weight NaN ]\n]\n",
    "dot": "digraph {\na -> b [weight=NaN]\n}\n",
    "graphml": "<graphml xmlns='http://graphml.graphdrawing.org/xmlns'>\n<key id='w' for='edge' attr.name='weight' "
      + "attr.type='double'/><graph edgedefault='directed'>\n<node id='a'/><edge source='a' target='a'>"
      + "<data key='w'>x</data></edge></graph></graphml>\n",
    "gexf": "<gexf xmlns='http://gexf.net/1.3' version='1.3'><graph><nodes><node id='a'/></nodes>\n<edges>"
      + "<edge source='a' target='a' weight='x'/></edges></graph></gexf>\n",
    "json": "{\"nodes\": [{\"id\": \"a\"}],\n\"links\": [{\"source\": \"a\", \"target\": \"a\", \"weight\": \"x\"}]}\n",
    "yaml": "network: n\nactors: [{id: a, name: A}]\nrelations:\n  - {id: r, from: a, to: a, type: t, strength: x}\n",
  ]

  @Test(
    "Bad data are 65 with file, line and column; nothing is written over what is there", arguments: bad.keys.sorted())
  func refused(_ ending: String) async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("bad.\(ending)", try #require(Self.bad[ending]))
    try scratch.write("kept.gexf", "as it was")
    for target in ["kept.gexf", "new.gexf"] {
      let run = try await Program.run("convert bad.\(ending) \(target)", in: scratch.folder)
      #expect(run.status == 65)
      #expect(run.errors.contains(#/bad\.\w+:\d+:\d+: error: /#), "\(run.errors)")
    }
    #expect(try scratch.text("kept.gexf") == "as it was")
    #expect(scratch.names == ["bad.\(ending)", "kept.gexf"])
  }

  @Test("C40: names that no file can have are 64 or 73; a network's own id is never a path")
  func names() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("t.yaml", NetworkText.sound.replacing("network: t", with: "network: ../../etc/x"))
    let long = String(repeating: "x", count: 300) + ".gml"
    for (name, status) in [("", Int32(64)), (long, 73), ("no/such/folder/x.gml", 73), ("-rf", 64)] {
      let run = try await Program.run(["convert", "t.yaml", name], in: scratch.folder)
      #expect(run.status == status, "\(name.prefix(20)): \(run.errors)")
    }
    #expect(scratch.names == ["t.yaml"])
    let odd = "a\nb.gml"
    #expect(try await Program.run(["convert", "t.yaml", odd], in: scratch.folder).status == 0)
    let back = try await Program.run(["info", odd], in: scratch.folder)
    #expect(back.status == 0)
    #expect(scratch.names == [odd, "t.yaml"].sorted())
  }

  @Test("C41: missing files, folders and circles of links are 66; a device without end is refused")
  func paths() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try FileManager.default.createSymbolicLink(
      atPath: scratch.folder + "/circle.yaml", withDestinationPath: "circle.yaml")
    for path in ["none.yaml", ".", "circle.yaml"] {
      let run = try await Program.run(["info", path], in: scratch.folder)
      #expect(run.status == 66, "\(path): \(run.errors)")
    }
    let zero = try await Program.run(["info", "/dev/zero"], asProcess: true)
    #expect(zero.status == 65)
    #expect(zero.errors.contains("larger than 512 MiB"), "\(zero.errors)")
    let none = try await Program.run(["info", "/dev/null"])
    #expect(none.status == 65)
  }

  @Test("C41: a pipe is read while somebody writes into it, and not waited for without end")
  func pipe() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("t.yaml", NetworkText.sound)
    let read = try await Program.run(
      [], in: scratch.folder, shell: "mkfifo p.yaml; (sleep 0.2; cat t.yaml > p.yaml) & \"$actorgraph\" info p.yaml")
    #expect(read.status == 0, "\(read.errors)")
    #expect(read.output.contains("2 actors"))
    let lone = try await Program.run([], in: scratch.folder, shell: "mkfifo q.yaml; \"$actorgraph\" info q.yaml")
    #expect(lone.status == 66)
    #expect(lone.errors.contains("is a pipe, and nothing came out of it"), "\(lone.errors)")
  }

  @Test("C42: compressed files are read; damaged ones, bombs and other archives are 65 with what to do")
  func compressed() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("t.yaml", NetworkText.sound)
    let lines = [
      ("gzip -k t.yaml", "t.yaml.gz", Int32(0), ""),
      ("head -c 90 t.yaml.gz > cut.yaml.gz", "cut.yaml.gz", 65, "cut off"),
      ("gzip -c t.yaml.gz > twice.yaml.gz", "twice.yaml.gz", 65, "compressed twice"),
      ("head -c 20000000 /dev/zero | tr '\\0' ' ' | gzip > bomb.yaml.gz", "bomb.yaml.gz", 65, "decompression bombs"),
      ("printf 'PK\\003\\004xxxx' > a.zip", "a.zip", 65, "a zip archive"),
    ]
    for (prepare, file, status, part) in lines {
      let run = try await Program.run(
        [], in: scratch.folder, shell: "\(prepare) && \"$actorgraph\" info \(file)")
      #expect(run.status == status, "\(file): \(run.errors)")
      #expect(part.isEmpty || run.errors.contains(part), "\(file): \(run.errors)")
    }
  }
}
