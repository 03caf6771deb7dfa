import ActorModel
import FormatTestSupport
import Foundation
import Testing

@testable import NetworkFormats
@testable import NetworkReading

/// D25 of the list: Graphviz's own test files are not kept here, so files of our own cover its grammar, and every DOT
/// file beside the package is read, written and read again.
@Suite("D25: the grammar of DOT")
struct HostileDOTTests {
  private let dot = DOTFormat()

  @Test(
    "D25: every rule of the grammar",
    arguments: [
      ("nothing", "graph {}", []),
      ("a name", "digraph \"my graph\" { a -> b }", ["a>b 1"]),
      ("no separators", "digraph{a b c a->b b->c}", ["a>b 1", "b>c 1"]),
      ("separators", "digraph { ;; a -> b;; c;\n}", ["a>b 1"]),
      ("keywords in any case", "STRICT DiGraph G { NODE [shape=box] Edge [weight=2] a -> b }", ["a>b 2"]),
      (
        "keywords in quotes", "graph { \"node\" -- \"edge\"; \"graph\" -- \"strict\" }",
        ["node-edge 1", "graph-strict 1"]
      ),
      ("numbers as names", "graph { -.5 -- 1. ; 0 -- -3.14 }", ["-.5-1. 1", "0--3.14 1"]),
      ("letters beyond ASCII", "graph { _x9 -- é -- \u{416} }", ["_x9-é 1", "é-\u{416} 1"]),
      ("a chain", "digraph { a -> b -> c -> d [weight=2, label=\"x\"] }", ["a>b 2", "b>c 2", "c>d 2"]),
      ("ports", "digraph { a:p -> b:p:ne -> \"c\":\"x y\":s }", ["a>b 1", "b>c 1"]),
      ("groups", "digraph { {a b} -> {c d} }", ["a>c 1", "a>d 1", "b>c 1", "b>d 1"]),
      (
        "named groups", "digraph { subgraph cluster_0 { a b } -> subgraph { c } -> {d; e} }",
        ["a>c 1", "b>c 1", "c>d 1", "c>e 1"]
      ),
      ("ties inside a group", "digraph { a -> { b -> c } -> d }", ["b>c 1", "a>b 1", "a>c 1", "b>d 1", "c>d 1"]),
      ("groups in groups", "graph { { { a } b } -- c }", ["a-c 1", "b-c 1"]),
      ("attributes for a group's ties", "digraph { a -> {b c} [weight=3] }", ["a>b 3", "a>c 3"]),
      ("defaults of a group end with it", "digraph { { edge [weight=2] a -> b } c -> d }", ["a>b 2", "c>d 1"]),
      ("lists of attributes", "digraph { a -> b [weight=2][label=x] [type=y;note=z,] }", ["a>b 2"]),
      ("an attribute without a value", "digraph { a [fixedsize]; a -> b [constraint] }", ["a>b 1"]),
      ("attributes of the graph", "graph { rankdir=LR; graph [label=\"T\"]; a -- b }", ["a-b 1"]),
      ("an HTML label", "graph { a [label=<<table><tr><td port=\"p\">x &gt; y</td></tr></table>>] a -- b }", ["a-b 1"]),
      ("an HTML name", "graph { <b>x</b> -- c }".replacing("<b>x</b>", with: "<<b>x</b>>"), ["<b>x</b>-c 1"]),
      ("joined texts", "digraph { \"a\" + \"b\" + \"c\" -> d }", ["abc>d 1"]),
      ("a text over two lines", "digraph { \"a\\\nb\" -> \"c\\\r\nd\" }", ["ab>cd 1"]),
      ("quotes in a text", "digraph { \"a\\\"b\" -> \"a\\\\\" }", ["a\"b>a\\\\ 1"]),
      ("strict", "strict graph { a -- b; b -- a; a -- b [weight=3] }", ["a-b 1"]),
      ("strict with directions", "strict digraph { a -> b; b -> a; a -> b }", ["a>b 1", "b>a 1"]),
      (
        "comments", "/* 1 */ digraph // 2\n g /* 3\n4 */ { \"a//b\" -> \"c/*d*/\" /* 5 */ // 6\n}\n// 7",
        ["a//b>c/*d*/ 1"]
      ),
      (
        "lines of the preprocessor", "#include <x>\n# 1 \"f.gv\"\ndigraph {\n# 4000 \"/etc/passwd\"\na -> b\n}\n",
        ["a>b 1"]
      ),
      ("a # that begins no line", "digraph { a [note=\"#1\"] a -> \"#b\" }", ["a>#b 1"]),
    ] as [(String, String, [String])])
  func grammar(_ rule: String, _ text: String, _ ties: [String]) throws {
    let imported = try read(text, as: dot)
    #expect(short(imported.network) == ties, "\(rule)")
    expectReconciled(imported.report)
    let back = try read(String(decoding: dot.write(imported.network).bytes, as: UTF8.self), as: dot)
    #expect(back.network.actors.map(\.id) == imported.network.actors.map(\.id), "\(rule)")
    #expect(short(back.network) == ties, "\(rule)")
  }

  @Test(
    "D25: what no rule of the grammar allows is refused where it stands",
    arguments: [
      ("no target", "digraph { a -> }", "f:1:16"), ("no source", "digraph { -> a }", "f:1:11"),
      ("not closed", "graph { a -- b", "f:1:7"), ("closed twice", "digraph { a } }", "f:1:15"),
      ("no value", "digraph { a [label=] }", "f:1:20"), ("list not closed", "digraph { a [b=c }", "f:1:"),
      ("a joined word", "digraph { \"a\" + b }", "f:1:17"), ("two names", "digraph a b { }", "f:1:11"),
      ("no keyword", "{ a -> b }", "f:1:1"), ("another keyword", "tree { a }", "f:1:1"),
      ("an HTML label not closed", "graph { a [label=<<b>] }", "f:1:18"), ("a stray sign", "graph { a @ b }", "f:1:11"),
      ("three hyphens", "graph { a --- b }", "f:1:"), ("attributes of nothing", "graph { [a=b] }", "f:1:9"),
    ])
  func refusals(_ what: String, _ text: String, _ place: String) {
    let found = problems(text, as: dot)
    #expect(found.contains { $0.hasPrefix(place) && $0.contains("error:") }, "\(what): \(found)")
  }

  @Test(
    "D25: every DOT file beside the package is read and comes back, or is refused for a reason that is known",
    .disabled(if: SharedData.isAbsent, "no shared data here"))
  func shared() throws {
    let folder = try #require(SharedData.folder)
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    let files = names.filter { $0.hasSuffix(".dot") || $0.hasSuffix(".gv") }.sorted()
    #expect(!files.isEmpty)
    var refused: Set<String> = []
    for name in files {
      let file = try SharedData.file(name)
      do throws(Diagnostics) {
        let network = try dot.read(file, options: ReadOptions()).network
        expectSame(network, name)
      } catch {
        let problem = error.list.first { $0.severity == .error }
        let known = SharedFilesTests.broken.first { name.hasSuffix($0.key) }
        #expect(problem?.message.contains(known?.value ?? "\0") == true, "\(name): \(error.list)")
        if let known { refused.insert(known.key) }
      }
    }
    let expected = SharedFilesTests.broken.keys.filter { $0.hasSuffix(".dot") || $0.hasSuffix(".gv") }
    #expect(refused == Set(expected))
  }

  /// Expects that a network comes back as it was written, where DOT can hold it.
  private func expectSame(_ network: ActorNetwork, _ name: String) {
    guard let written = try? dot.write(network) else { return }
    do throws(Diagnostics) {
      let back = try dot.read(InputFile(name: name, bytes: written.bytes), options: ReadOptions()).network
      #expect(back.actors.map(\.id) == network.actors.map(\.id), "\(name)")
      #expect(short(back) == short(network), "\(name)")
    } catch {
      Issue.record("\(name): what was written is not read: \(error.list)")
    }
  }
}
