import Foundation
import LiveProtocol
import Templates
import Testing

@testable import LiveEngine

/// Live pages whose template files are edited while they are open.
@Suite final class TemplateReloadTests {
    /// A view whose templates lie in a folder of the test.
    private struct NoteView: TemplateView {
        struct Context: LiveContext { var name = "Ada" }
        enum Event: Decodable, Sendable { case rename(name: String) }

        @TaskLocal static var templates = TemplateLibrary(sources: [:])
        static let template = "page.html"

        func handle(_ event: Event, _ socket: inout Socket) {
            if case .rename(let name) = event { socket.context.name = name }
        }
    }

    private let folder: URL
    private let library: TemplateLibrary

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "reload-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        library = TemplateLibrary(folder: folder.path)
        try write("{% block main %}?{% endblock %}.", to: "layout.html")
        try write("!", to: "mark.html")
        try write("{% macro bold(text) %}<b>{{ text }}</b>{% endmacro %}", to: "macros.html")
        try write(
            """
            {% extends 'layout.html' %}{% import 'macros.html' as m %}
            {% block main %}{{ m.bold(name) }}{% include 'mark.html' %}{% endblock %}
            """, to: "page.html")
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: folder.appending(path: name))
    }

    /// Opens a page and looks at it.
    private func withPage(_ body: (TestPage) throws -> Void) throws {
        try NoteView.$templates.withValue(library) { try body(TestPage(NoteView())) }
    }

    @Test(arguments: [
        ("page.html", "{% include 'mark.html' %}<i>{{ name }}</i>", "!<i>Ada</i>"),
        ("mark.html", "?", "<b>Ada</b>?."),
        ("layout.html", "<p>{% block main %}{% endblock %}</p>", "<p><b>Ada</b>!</p>"),
        ("macros.html", "{% macro bold(text) %}<em>{{ text }}</em>{% endmacro %}", "<em>Ada</em>!."),
    ])
    func `a page, its parent, its parts and its imports are read again when they change`(
        name: String, text: String, html: String
    ) throws {
        try withPage { page in
            #expect(page.html.trimmed == "<b>Ada</b>!.")
            #expect(!page.engine.reloadTemplates())
            try write(text, to: name)
            #expect(page.engine.reloadTemplates())
            page.receive()
            #expect(page.html.trimmed == html)
            #expect(!page.engine.reloadTemplates())
        }
    }

    @Test func `a broken edit leaves the last good page, says where it is broken, and is over when mended`() throws {
        try withPage { page in
            try write("\n{{ name", to: "mark.html")
            #expect(page.engine.reloadTemplates())
            page.receive()
            #expect(page.html.trimmed == "<b>Ada</b>!.")
            #expect(page.failures.count == 1)
            #expect(page.failures.first?.hasPrefix("mark.html:2:1: ") == true)
            page.click("rename", ["name": "Bo"])
            #expect(page.html.trimmed == "<b>Bo</b>!.")
            try write("!!", to: "mark.html")
            #expect(page.engine.reloadTemplates())
            page.receive()
            #expect(page.html.trimmed == "<b>Bo</b>!!.")
            #expect(page.failures.count == 1)
        }
    }

    @Test func `an edit that fails when it is rendered leaves the last good page until it is mended`() throws {
        try withPage { page in
            try write("{{ name + 1 }}", to: "mark.html")
            #expect(page.engine.reloadTemplates())
            page.receive()
            #expect(page.html.trimmed == "<b>Ada</b>!.")
            #expect(page.failures.last?.contains("mark.html:1:9: ") == true)
            try write(".", to: "mark.html")
            page.engine.reloadTemplates()
            page.receive()
            #expect(page.html.trimmed == "<b>Ada</b>..")
        }
    }

    @Test func `a rendering that wants too much leaves the last good page, and the next one is as ever`() throws {
        try withPage { page in
            try write("{{ '!' * (999999999999 if name == 'Bo' else 1) }}", to: "mark.html")
            page.engine.reloadTemplates()
            page.receive()
            #expect(page.html.trimmed == "<b>Ada</b>!.")
            page.click("rename", ["name": "Bo"])
            #expect(page.html.trimmed == "<b>Ada</b>!.")
            #expect(page.failures.last?.contains("mark.html:1:8: the repetition is too large") == true)
            page.click("rename", ["name": "Cy"])
            #expect(page.html.trimmed == "<b>Cy</b>!.")
        }
    }

    @Test func `a part that is missing is found once it is there`() throws {
        try withPage { page in
            try write("{% include 'new.html' %}", to: "mark.html")
            page.engine.reloadTemplates()
            page.receive()
            #expect(page.failures.last?.contains("no template named \"new.html\"") == true)
            #expect(!page.engine.reloadTemplates())
            try write("new", to: "new.html")
            #expect(page.engine.reloadTemplates())
            page.receive()
            #expect(page.html.trimmed == "<b>Ada</b>new.")
        }
    }

    @Test func `a file that is taken away is told, and its last version stays`() throws {
        try withPage { page in
            try FileManager.default.removeItem(at: folder.appending(path: "mark.html"))
            #expect(page.engine.reloadTemplates())
            page.receive()
            #expect(page.html.trimmed == "<b>Ada</b>!.")
            #expect(page.failures.last?.contains("no template named \"mark.html\"") == true)
        }
    }

    @Test func `what did not change is not sent`() throws {
        try withPage { page in
            try write("! ", to: "macros.html")
            try write("{% macro bold(text) %}<b>{{ text }}</b>{% endmacro %} ", to: "macros.html")
            page.messages = []
            #expect(page.engine.reloadTemplates())
            page.receive()
            let tree = page.html
            page.engine.templatesChanged()
            page.messages = []
            page.receive()
            #expect(page.messages.isEmpty)
            #expect(page.html == tree)
        }
    }
}

extension String {
    fileprivate var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
