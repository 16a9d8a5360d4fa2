import Viewfinder

extension SignUpView {
    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <h1>Sign up</h1>
        \(meta.flash.map { key, message in
            #"<p class="\#(key)" phx-click="lv:clear-flash" phx-value-key="\#(key)">\#(message)</p>"# as Rendered
        })
        <form id="signup" phx-change="validate" phx-submit="save">
          \(field("name", "Name", context, input("text", "name", context.form.name)))
          \(field("email", "E-mail", context, input("text", "email", context.form.email)))
          \(field("password", "Password", context, input("password", "password", context.form.password)))
          \(field("plan", "Plan", context, planSelect(context.form.plan)))
          <fieldset>
            <legend>May we write to you?</legend>
            \(SignUp.Contact.allCases.map { radio($0, isChosen: $0 == context.form.contact) })
          </fieldset>
          \(field("about", "About you", context, aboutArea(context.form.about)))
          <div><label>\(checkbox("newsletter", isTicked: context.form.newsletter)) Newsletter</label></div>
          <div>
            <label>\(checkbox("terms", isTicked: context.form.terms)) I accept the terms</label>
            \(problem("terms", context))
          </div>
          <button type="submit" phx-disable-with="Signing up...">Sign up</button>
        </form>
        \(if: !context.members.isEmpty, memberList(context.members))
        """
    }

    private func field(_ name: String, _ label: String, _ context: Context, _ control: Rendered) -> Rendered {
        """
        <div>
          <label for="user-\(name)">\(label)</label>
          \(control)
          \(problem(name, context))
        </div>
        """
    }

    private func problem(_ name: String, _ context: Context) -> Rendered? {
        context.problems[name].map { #"<p class="error" id="problem-\#(name)">\#($0)</p>"# }
    }

    private func input(_ type: String, _ name: String, _ value: String) -> Rendered {
        #"<input type="\#(type)" id="user-\#(name)" name="user[\#(name)]" value="\#(value)">"#
    }

    private func planSelect(_ chosen: SignUp.Plan) -> Rendered {
        """
        <select id="user-plan" name="user[plan]">
          \(SignUp.Plan.allCases.map { plan in
            #"<option value="\#(plan.rawValue)" \#(attribute: "selected", if: plan == chosen)>\#(plan.rawValue)</option>"#
                as Rendered
          })
        </select>
        """
    }

    private func radio(_ contact: SignUp.Contact, isChosen: Bool) -> Rendered {
        """
        <label><input type="radio" name="user[contact]" value="\(contact.rawValue)" \
        \(attribute: "checked", if: isChosen)> \(contact.rawValue)</label>

        """
    }

    private func aboutArea(_ text: String) -> Rendered {
        #"<textarea id="user-about" name="user[about]" rows="3">\#(text)</textarea>"#
    }

    private func checkbox(_ name: String, isTicked: Bool) -> Rendered {
        #"<input type="checkbox" name="user[\#(name)]" value="true" \#(attribute: "checked", if: isTicked)>"#
    }

    private func memberList(_ members: [String]) -> Rendered {
        """
        <h2>Members</h2>
        <ul>\(members.map { "<li>\($0)</li>" as Rendered })</ul>
        """
    }
}
