import Viewfinder

// The examples of the article "Forms"; a test holds the article to this file.

struct Booking: FormModel {
    struct Guest: Codable, Sendable {
        var name = ""
    }

    enum Room: String, Codable, CaseIterable, Sendable {
        case attic, garden, sea
    }

    var name = ""
    var nights = 1
    var room = Room.garden
    var breakfast = false
    var guests: [Guest] = []

    static let rules: [FormRule<Self>] = [
        .required("name", "Whose name is it under?"),
        .length("name", 2...40),
        .range("nights", 1...14),
        .required("guests.name", "Every guest has a name."),
        .check("breakfast", "The attic has no breakfast.") { !($0.breakfast && $0.room == .attic) },
    ]
}

struct BookingView: LiveView {
    struct Context: LiveContext {
        var form = Form("booking", Booking())
    }

    enum Event: Decodable, Sendable {
        case validate(booking: FormInput)
        case book(booking: FormInput)
        case addGuest
        case removeGuest(key: String)
    }

    private var nameIsKnown: AsyncFormRule<Booking> {
        AsyncFormRule("name", "We do not know this name.", timeout: .seconds(5)) { name in name != "Nobody" }
    }

    func handle(_ event: Event, _ socket: inout Socket) {
        switch event {
        case .validate(let input): socket.validate(\.form, input, asking: nameIsKnown)
        case .book(let input):
            guard let booking = socket.apply(\.form, input, asking: nameIsKnown) else { return }
            socket.putFlash("info", "\(booking.room.rawValue) for \(booking.nights) nights.")
            socket.context.form = Form("booking", Booking())
        case .addGuest: socket.context.form.add("guests", Booking.Guest())
        case .removeGuest(let key): socket.context.form.remove("guests", key)
        }
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        let form = context.form
        return """
            \(meta.flashBanners())
            <form id="booking" phx-change="validate" phx-submit="book">
              \(form["name"].text("Name"))
              \(form["nights"].number("Nights", min: 1, max: 14))
              \(form["room"].select("Room", FormOption.all(of: Booking.Room.self)))
              \(form["breakfast"].checkbox("Breakfast"))
              \(each(form.entries("guests"), by: \.key, guest))
              <button type="button" phx-click="add-guest">Another guest</button>
              <button type="submit" phx-disable-with="Booking …">Book</button>
            </form>
            """
    }

    private func guest(_ guest: FormGroup<Booking>) -> Rendered {
        """
        <fieldset>
          \(guest.sortInput)
          \(guest["name"].text("Guest"))
          <button type="button" phx-click="remove-guest" phx-value-key="\(guest.key)">Remove</button>
        </fieldset>
        """
    }
}

struct PapersView: LiveView {
    struct Context: LiveContext {
        var names: [String] = []
    }

    enum Event: Decodable, Sendable {
        case choose
        case send
        case takeBack(ref: String)
    }

    func mount(_ params: Params, _ socket: inout Socket) throws {
        try socket.allowUpload("papers", UploadRules(accept: [".txt", ".md"], maxEntries: 3, maxFileSize: 2_000))
    }

    func handle(_ event: Event, _ socket: inout Socket) throws {
        switch event {
        case .choose: break
        case .send:
            socket.context.names += try socket.consumeUploads("papers") { entry, file in
                "\(entry.name) (\(try file.bytes().count) bytes)"
            }
        case .takeBack(let ref): try socket.cancelUpload("papers", ref)
        }
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <form id="papers" phx-change="choose" phx-submit="send">
          \(meta.uploads["papers"].map(chooser))
          <button type="submit">Send</button>
        </form>
        <ul>\(context.names.map { "<li>\($0)</li>" as Rendered })</ul>
        """
    }

    private func chooser(_ upload: Upload) -> Rendered {
        """
        <label for="\(upload.ref)">Papers</label> \(upload.fileInput())
        \(each(upload.entries, by: \.ref, entry))
        """
    }

    private func entry(_ entry: Upload.Entry) -> Rendered {
        """
        <p>\(entry.name) \(entry.progress) % \(entry.errors.map { "\($0)" })
          <button type="button" phx-click="take-back" phx-value-ref="\(entry.ref)">Take back</button></p>
        """
    }
}
