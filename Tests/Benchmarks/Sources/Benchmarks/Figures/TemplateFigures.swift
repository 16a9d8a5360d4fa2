import LiveEngine

/// A template file's text, compiled once, rendered to HTML.
enum TemplateFigures {
    static let all = [
        Benchmark(name: "template of 20 rows rendered", count: 2_000) {
            let library = TemplateLibrary(sources: ["page.html": text])
            let context = Page(title: "Harbour", rows: (0..<20).map { Row(name: "Ship \($0)", isIn: $0 % 3 == 0) })
            return {
                do { _ = try library.render("page.html", context: context).html } catch { print(error) }
            }
        }
    ]

    private struct Row: Encodable {
        let name: String
        let isIn: Bool
    }

    private struct Page: Encodable {
        let title: String
        let rows: [Row]
    }

    private static let text = """
        <h1>{{ title|upper }}</h1>
        <ul>
        {% for row in rows %}<li class="{% if row.isIn %}in{% else %}out{% endif %}">{{ loop.index }}. {{ row.name }}</li>
        {% endfor %}</ul>
        """
}
