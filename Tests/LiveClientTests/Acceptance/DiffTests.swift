import LiveProtocol
import Testing

@testable import LiveClient

@Suite("G. Diffs")
struct DiffTests {
    /// The HTML after a join and each of some diffs.
    private func html(_ join: String, _ diffs: [String]) throws -> [String] {
        let tree = try RenderedTree(viewID: "v1", joining: Diff(parsing: join))
        var result = [try tree.html(changedComponents: nil).html]
        for diff in diffs {
            _ = try tree.merge(Diff(parsing: diff))
            result.append(try tree.html(changedComponents: nil).html)
        }
        return result
    }

    @Test("72. basic merge")
    func basic() throws {
        #expect(
            try html(#"{"s":["<p>","|","</p>"],"0":"a","1":"b"}"#, [#"{"1":"B"}"#]) == ["<p>a|b</p>", "<p>a|B</p>"])
    }

    @Test("74. keyed move, change, shrink, grow, empty")
    func keyed() throws {
        let join = #"{"s":["",""],"0":{"s":["<li>","</li>"],"k":{"0":{"0":"A"},"1":{"0":"B"},"2":{"0":"C"},"kc":3}}}"#
        #expect(
            try html(
                join,
                [
                    #"{"0":{"k":{"0":2,"1":[0,{"0":"A2"}],"kc":2,"km":true}}}"#,
                    #"{"0":{"k":{"1":{"0":"Z"},"2":{"0":"NEW"},"kc":3}}}"#, #"{"0":{"k":{"kc":0}}}"#,
                ]) == [
                    "<li>A</li><li>B</li><li>C</li>", "<li>C</li><li>A2</li>", "<li>C</li><li>Z</li><li>NEW</li>", "",
                ])
    }

    @Test("76. nested keyed")
    func nestedKeyed() throws {
        let join = #"""
            {"s":["",""],"0":{"s":["<g>",":","</g>"],"k":{"0":{"0":"p","1":{"s":["<i>","</i>"],"k":{"0":{"0":"1"},
            "1":{"0":"2"},"kc":2}}},"1":{"0":"q","1":{"s":["<i>","</i>"],"k":{"0":{"0":"3"},"kc":1}}},"kc":2}}}
            """#
        let diff = #"{"0":{"k":{"0":1,"1":[0,{"1":{"k":{"0":1,"1":0,"kc":2,"km":true}}}],"kc":2,"km":true}}}"#
        #expect(
            try html(join, [diff]).last == "<g>q:<i>3</i></g><g>p:<i>2</i><i>1</i></g>")
    }

    @Test("77. old d form")
    func oldRows() throws {
        #expect(
            try html(
                #"{"s":["<ul>","</ul>"],"0":{"s":["<li>","</li>"],"d":[["a"],["b"]]}}"#,
                [#"{"0":{"d":[["c"]]}}"#, #"{"0":""}"#])
                == ["<ul><li>a</li><li>b</li></ul>", "<ul><li>c</li></ul>", "<ul></ul>"])
    }

    @Test("rows of the older form that are sent anew take the place of those before", arguments: [true, false])
    func olderRowsOnPage(byParts: Bool) throws {
        let page = try LivePage(
            tree: #"""
                {"s":["<b>","</b>",""],"0":"x","1":{"s":["<i>","</i>","."],"d":[["a",{"s":["<u>","</u>"],"d":[["1"],["2"]]}],
                ["b",""]]}}
                """#
        ) { $0.settings.patchesByParts = byParts }
        let older = #"{"s":["<u>","</u>"],"d":[["3"]]}"#
        try page.push(##"{"0":"y","1":{"d":[["c",\##(older)]]}}"##)
        #expect(page.html == "<b>y</b><i>c</i><u>3</u>.")
        try page.push(##"{"0":"<u>z</u>","1":{"d":[["d",""],["c",\##(older)],["e",\##(older)]]}}"##)
        #expect(page.html == "<b><u>z</u></b><i>d</i>.<i>c</i><u>3</u>.<i>e</i><u>3</u>.")
        try page.push(#"{"0":"","1":{"d":[]}}"#)
        #expect(page.html == "<b></b>")
        try page.push(#"{"0":"x","1":{"d":[["f",""]]}}"#)
        #expect(page.html == "<b>x</b><i>f</i>.")
        try page.push(#"{"1":"gone"}"#)
        #expect(page.html == "<b>x</b>gone")
    }

    @Test("78. templates are per diff")
    func templates() throws {
        let join = #"""
            {"s":["",""],"0":{"s":["<i>"," ","</i>"],"k":{"0":{"0":"x","1":{"s":0,"0":"y"}},"kc":1},"p":{"0":["<b>","</b>"]}}}
            """#
        #expect(
            try html(
                join,
                [
                    #"{"0":{"k":{"0":{"1":{"s":0,"0":"yy"}},"kc":1},"p":{"0":["<u>","</u>"]}}}"#,
                    #"{"0":{"k":{"0":{"1":{"0":"zz"}},"kc":1}}}"#,
                ]) == ["<i>x <b>y</b></i>", "<i>x <u>yy</u></i>", "<i>x <u>zz</u></i>"])
    }

    @Test("80. unknown cid is fatal")
    func unknownComponent() throws {
        let page = try LivePage("<p>1</p>")
        try page.push(#"{"0":9}"#)
        #expect(page.client.diagnostics.count == 1)
        #expect(page.client.diagnostics[0].message.contains("cid 9"))
        #expect(try page.text("p") == "1")
    }

    @Test("82. top-level r in join is not a reply")
    func topLevelRoot() throws {
        let page = try LivePage(tree: #"{"s":["<p>x</p>"],"r":1}"#)
        #expect(page.html == "<p>x</p>")
    }

    @Test("Components copy the statics of others, after their merge or before the diff")
    func componentLinks() throws {
        let join = #"{"s":["","",""],"0":1,"1":2,"c":{"1":{"s":["<b>","</b>"],"0":"one"},"2":{"s":1,"0":"two"}}}"#
        let diff = #"{"c":{"1":{"0":"uno"},"2":{"s":-1}}}"#
        let texts = try html(join, [diff]).map { $0.replacing(#/ data-phx-[a-z]+="[^"]*"/#, with: "") }
        #expect(texts == ["<b>one</b><b>two</b>", "<b>uno</b><b>one</b>"])
    }

    @Test("A root that did not change is left out")
    func skipped() throws {
        let tree = try RenderedTree(
            viewID: "v1",
            joining: Diff(parsing: #"{"s":["",""," ",""],"0":{"s":["<h1>","</h1>"],"0":"t","r":1},"1":"a","2":""}"#))
        #expect(try tree.html(changedComponents: nil).html == #"<h1 data-phx-id="m1-v1">t</h1>a "#)
        _ = try tree.merge(Diff(parsing: #"{"1":"b"}"#))
        #expect(try tree.html(changedComponents: []).html == #"<h1 data-phx-id="m1-v1" data-phx-skip></h1>b "#)
    }

    @Test(
        "A diff that does not fit is refused with its reason",
        arguments: [
            (#"{"0":{"0":"x"}}"#, RenderedTreeError.missingStatics),
            (#"{"7":"x"}"#, .dynamicOutOfRange(index: 7, count: 1)),
            (#"{"0":{"s":3}}"#, .unknownTemplate(3)),
        ])
    func misfit(diff: String, expected: RenderedTreeError) throws {
        let tree = try RenderedTree(viewID: "v1", joining: Diff(parsing: #"{"s":["",""],"0":"a"}"#))
        #expect(throws: expected) { try tree.merge(Diff(parsing: diff)) }
    }
}
