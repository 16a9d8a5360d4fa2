import Testing

@testable import TextLayout

/// The source document's settings view, as people see it.
@Suite struct SettingsPageTests {
    private let html = """
        <h1>Settings</h1>
        <p class="error" phx-click="lv:clear-flash" phx-value-key="error">Name cannot be blank.</p>
        <form phx-submit="save">
          <input type="text" name="name" value="">
          <button type="submit">Save</button>
        </form>
        """

    @Test(arguments: [
        (
            80,
            """
            Settings
            ════════

            ╭─ ✗ error ────────────────────────────────────────────────────────────────[1]─╮
            │ Name cannot be blank.                                                        │
            ╰──────────────────────────────────────────────────────────────────────────────╯

            [                    ] [ Save ]
            """
        ),
        (
            40,
            """
            Settings
            ════════

            ╭─ ✗ error ────────────────────────[1]─╮
            │ Name cannot be blank.                │
            ╰──────────────────────────────────────╯

            [                    ] [ Save ]
            """
        ),
    ])
    func `a failed save shows a red banner with its key above the form`(columns: Int, expected: String) throws {
        let picture = Picture(html, columns: columns) { document in
            document.elements(below: document.root).reduce(into: [:]) { marks, node in
                if document.hasAttribute("phx-click", of: node) { marks[node] = .banner("1") }
            }
        }
        #expect(picture.text == expected)
        #expect(try picture.style(of: "✗ error").foreground == .role(.error))
        #expect(try picture.style(of: "[1]").attributes == .bold)
    }
}
