import Foundation
import HTMLTree
import TestSupport
import Testing

@testable import TextLayout

/// Pages of an application made by Phoenix's generators.
@Suite struct PhoenixPageTests {
    /// In the manner of the generated markup: a header, flashes, a table with actions, a form and a dialog.
    private let page = """
        <header class="navbar px-4 sm:px-6 lg:px-8">
          <ul class="flex flex-column px-1 space-x-4 items-center">
            <li><a href="/a" class="btn btn-ghost">Website</a></li>
            <li><button class="flex p-2 w-1/3"><span class="hero-sun-micro size-4"></span></button></li>
          </ul>
        </header>
        <main class="px-4 py-20 sm:px-6 lg:px-8"><div class="mx-auto max-w-2xl space-y-4">
          <table class="table table-zebra">
            <thead><tr><th>Title</th><th><span class="sr-only">Actions</span></th></tr></thead>
            <tbody><tr><td>Order soil</td><td class="w-0 font-semibold"><div class="flex gap-4">
              <a href="/1">Edit</a> <a href="#">Delete</a></div></td></tr></tbody>
          </table>
          <form>
            <div class="fieldset mb-2"><label><input type="hidden" name="done" value="false">
              <span class="label"><input type="checkbox" name="done" class="checkbox">Done</span></label></div>
            <footer><button class="btn btn-primary">Save Item</button> <a href="/">Cancel</a></footer>
          </form>
        </div></main>
        <div id="flash-group" aria-live="polite">
          <div id="flash-info" role="alert" class="toast toast-top toast-end z-50">
            <div class="alert w-80 sm:w-96 alert-info">
              <span class="hero-information-circle size-5"></span>
              <div><p>Item created</p></div><div class="flex-1"></div>
              <button type="button" class="group self-start" aria-label="close"><span class="hero-x-mark"></span></button>
            </div>
          </div>
          <div id="client-error" role="alert" class="toast" hidden><p>We can't find the internet</p></div>
        </div>
        """

    @Test func `flashes, tables and forms are whole and legible`() {
        #expect(
            Picture(page, columns: 60).text == """
                  Website   [ … ]

                  Title
                  ────────────────────────
                  Order soil  Edit  Delete

                  [ ] Done
                  [ Save Item ] Cancel

                ╭─ i info ─────────────────────────────────────────────────╮
                │ Item created                   [ close ]                 │
                ╰──────────────────────────────────────────────────────────╯
                """)
    }

    // MARK: Recorded pages, where the folder `shared` lies beside the checkout

    private static let folder = Checkout.root.appending(path: "../shared/oracle/phoenix").standardized

    private static let recorded: [String] = ["chromium", "deeds"].flatMap { kind in
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: kind).path)
        return (names ?? []).filter { $0.hasSuffix(".inner") }.sorted().map { "\(kind)/\($0.dropLast(6))" }
    }

    @Test(
        .enabled(if: !recorded.isEmpty, "needs ../shared/oracle/phoenix beside the checkout"),
        arguments: recorded, [80, 120])
    func `a frame shows every word that a browser shows, and none that it hides`(name: String, columns: Int) throws {
        func text(_ suffix: String) throws -> String {
            try String(contentsOf: Self.folder.appending(path: name + suffix), encoding: .utf8)
        }
        let picture = Picture(try text(".html"), columns: columns)
        // The text that a browser tells also has what is only there to be read out.
        let document = picture.document
        let readOut = document.all(try Selector(".sr-only"), below: document.root)
            .flatMap { Self.words(document.textContent(of: $0)) }
        var wanted = Self.counted(Self.words(try text(".inner")))
        // Of a select that is closed a frame shows what is chosen.
        let options = document.elements(below: document.root).flatMap { document.options(of: $0) }
            .flatMap { Self.words(document.optionText(of: $0)) }
        for word in readOut + options where wanted[word, default: 0] > 0 { wanted[word, default: 0] -= 1 }
        let shown = Self.counted(Self.words(picture.text))
        let joined = Self.words(picture.text).joined()
        for (word, count) in wanted where count > 0 {
            // What stands close together without a blank is one word to a browser.
            #expect(
                shown[word, default: 0] >= count || joined.contains(word), "\(word) is missing:\n\(picture.text)")
        }
        // Beside them a frame has what is in controls, the names of what shows no words, and the titles of panels.
        let controls = document.elements(below: document.root).flatMap { node in
            Self.words(document.value(of: node)) + Self.words(document.accessibleName(of: node))
                + Self.words(document.attribute("placeholder", of: node) ?? "")
                + Self.words(document.dateEntry(of: node)?.text ?? "")
                + document.options(of: node).flatMap { Self.words(document.optionText(of: $0)) }
        }
        let known = Set(wanted.keys).union(controls).union([
            "i", "info", "error", "success", "warning", "picture", "✗", "x", "*", "!",
        ])
        for word in shown.keys where !known.contains(word) && word.last != "%" {
            Issue.record("\(word) is shown and should not be:\n\(picture.text)")
        }
    }

    private static let pages: [String] = {
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "pages").path)
        return (names ?? []).filter { $0.hasSuffix(".html") }.sorted()
    }()

    @Test(
        .enabled(if: !pages.isEmpty, "needs ../shared/oracle/phoenix beside the checkout"), arguments: pages, [80, 120])
    func `first pages are shown without broken words`(name: String, columns: Int) throws {
        let html = try String(contentsOf: Self.folder.appending(path: "pages/\(name)"), encoding: .utf8)
        let picture = Picture(html, columns: columns)
        let document = picture.document
        let shown = Set(Self.words(picture.text))
        let joined = Self.words(picture.text).joined()
        for node in document.descendants(of: document.root) where document.isText(node) {
            guard let parent = document.parent(of: node), picture.page.isDisplayed(parent),
                document.closest(parent, try Selector(".sr-only, option, svg, textarea, style, title")) == nil
            else { continue }
            for word in Self.words(document.text(of: node)) {
                #expect(shown.contains(word) || joined.contains(word), "\(word) is missing:\n\(picture.text)")
            }
        }
    }

    /// The words of a text; hyphens divide them, as they do at the ends of lines.
    private static func words(_ text: String) -> [String] {
        text.split { $0.isWhitespace || "│╭╮╰╯─═•◦[]()…▸▾█░┼┤├┬┴-→+.,".contains($0) }.map(String.init)
    }

    private static func counted(_ words: [String]) -> [String: Int] {
        words.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
}
