import Viewfinder

extension SignUpView {
    func render(_ context: Context, _ meta: Meta) -> Rendered {
        let form = context.form
        return """
            <h1>Sign up</h1>
            \(meta.flashBanners())
            <form id="signup" phx-change="validate" phx-submit="save">
              \(form["name"].text("Name"))
              \(form["email"].text("E-mail"))
              \(form["password"].password("Password"))
              \(form["plan"].select("Plan", FormOption.all(of: SignUp.Plan.self)))
              \(form["contact"].radios("May we write to you?", FormOption.all(of: SignUp.Contact.self)))
              \(form["about"].textarea("About you"))
              \(form["newsletter"].checkbox("Newsletter"))
              \(form["terms"].checkbox("I accept the terms"))
              <button type="submit" phx-disable-with="Signing up...">Sign up</button>
            </form>
            \(if: !context.members.isEmpty, memberList(context.members))
            """
    }

    private func memberList(_ members: [String]) -> Rendered {
        """
        <h2>Members</h2>
        <ul>\(members.map { "<li>\($0)</li>" as Rendered })</ul>
        """
    }
}
