import Basics
import LiveProtocol
import Markup
import Templates
import Testing

@testable import LiveEngine

@Suite("Uploads in components and in template files")
struct UploadPlaceTests {
    struct Shelf: LiveComponent {
        struct Context: LiveContext { var kept = 0 }

        enum Event: Decodable, Sendable {
            case choose
            case keep
        }

        func mount(_ socket: inout Socket) throws { try socket.allowUpload("papers", UploadRules(maxEntries: 3)) }

        func handle(_ event: Event, _ socket: inout Socket) throws {
            if case .keep = event {
                socket.context.kept += try socket.consumeUploads("papers") { _, file in file.size }.count
            }
        }

        func render(_ context: Context, _ meta: ComponentMeta<Self>) -> Rendered {
            """
            <div>\(meta.uploads["papers"]?.fileInput())<b>\(context.kept)</b>\
            \((meta.uploads["papers"]?.entries ?? []).map { "<i>\($0.name) \($0.progress)</i>" as Rendered })</div>
            """
        }
    }

    struct Library: LiveView {
        struct Context: LiveContext { var isOpen = true }
        enum Event: Decodable, Sendable { case shut }

        func handle(_ event: Event, _ socket: inout Socket) { socket.context.isOpen = false }

        func render(_ context: Context, _ meta: Meta) -> Rendered {
            "<main>\(context.isOpen ? component(Shelf(), id: "s") : nil)<u>\(meta.uploads.names.count)</u></main>"
        }
    }

    @Test("a component has uploads of its own, which end with it")
    func inComponent() throws {
        let page = TestPage(Library())
        try page.upload("0", "a.txt", "hello", in: 1)
        #expect(page.texts("i") == ["a.txt 100"])
        #expect(page.texts("u") == ["0"])
        page.click("keep", in: 1)
        #expect(page.texts("b") == ["1"])
        #expect(page.folder == nil)
        try page.upload("1", "b.txt", "world", in: 1)
        let folder = try #require(page.folder)
        page.click("shut")
        page.send(.componentsWillBeDestroyed([1]))
        page.send(.componentsDestroyed([1]))
        #expect(!FileSystem.isFolder(folder))
    }

    struct TemplatePapers: TemplateView {
        static let templates = TemplateLibrary(sources: [
            "papers": """
            {{ uploads.papers|live_file_input }}\
            {% for entry in uploads.papers.entries %}<i>{{ entry.name }} {{ entry.progress }}\
            {% for error in entry.errors %} {{ error }}{% endfor %}</i>{% endfor %}\
            {% for error in meta.uploads.papers.errors %}<b>{{ error }}</b>{% endfor %}
            """
        ])
        static let template = "papers"
        typealias Context = NoContext
        enum Event: Decodable, Sendable { case choose }

        func mount(_ params: Params, _ socket: inout Socket) throws {
            try socket.allowUpload("papers", UploadRules(accept: [".txt"], maxFileSize: 10))
        }

        func handle(_ event: Event, _ socket: inout Socket) {}
    }

    @Test("a template file sees input, entries and errors")
    func inTemplate() throws {
        let page = TestPage(TemplatePapers())
        #expect(page.input("accept") == ".txt")
        page.choose([TestPage.entry("0", "<a>.txt", size: 99), TestPage.entry("1", "b.txt", size: 9)])
        #expect(page.texts("i") == ["&lt;a&gt;.txt 0 Too large: at most 10 Bytes.", "b.txt 0"])
        #expect(page.texts("b") == ["Too many files: choose one."])
    }
}
