import Testing

@testable import TextLayout

/// The core components of pages made by Phoenix's generators, in words of our own with the classes of theirs.
@Suite struct CoreComponentTests {
    /// Phoenix 1.8, with daisyUI.
    private static let header = """
        <header class="flex items-center justify-between gap-6 pb-4"><div>
          <h1 class="text-lg font-semibold leading-8"> Listing plants </h1>
          <p class="text-sm text-base-content/70"> All that grows here </p></div>
          <div class="flex-none"><a href="/new" class="btn btn-primary"><span class="hero-plus"></span> New plant</a></div>
        </header>
        """

    private static let table = """
        <table class="table table-zebra"><thead><tr><th>Name</th><th>Light</th>
          <th><span class="sr-only">Actions</span></th></tr></thead>
          <tbody id="plants" phx-update="stream">
          <tr id="plants-1"><td class="hover:cursor-pointer">Fern</td><td class="hover:cursor-pointer">shade</td>
            <td class="w-0 font-semibold"><div class="flex gap-4">
              <div class="sr-only"><a href="/1">Show</a></div><a href="/1/edit">Edit</a><a href="#">Delete</a></div></td></tr>
          <tr id="plants-2"><td class="hover:cursor-pointer">Sage</td><td class="hover:cursor-pointer">sun</td>
            <td class="w-0 font-semibold"><div class="flex gap-4">
              <div class="sr-only"><a href="/2">Show</a></div><a href="/2/edit">Edit</a><a href="#">Delete</a></div></td></tr>
          </tbody></table>
        """

    private static let list = """
        <ul class="list">
          <li class="list-row"><div class="list-col-grow"><div class="font-bold">Name</div><div>Fern</div></div></li>
          <li class="list-row"><div class="list-col-grow"><div class="font-bold">Light</div><div>shade</div></div></li>
        </ul>
        """

    private static let form = """
        <form><div class="fieldset mb-2"><label for="n"><span class="label mb-1">Name</span>
          <input type="text" id="n" class="w-full input input-error" value=""></label>
          <p class="mt-1.5 flex gap-2 items-center text-sm text-error">
            <span class="hero-exclamation-circle size-5"></span> is needed</p></div>
        <div class="fieldset mb-2"><label for="t"><span class="label mb-1">Notes</span>
          <textarea id="t" class="w-full textarea">dry</textarea></label></div>
        <div class="fieldset mb-2"><label for="l"><span class="label mb-1">Light</span>
          <select id="l" class="w-full select"><option>shade<option>sun</select></label></div>
        <div class="fieldset mb-2"><label><input type="hidden" name="d" value="false">
          <span class="label"><input type="checkbox" class="checkbox checkbox-sm">Indoors</span></label></div>
        <footer><button class="btn btn-primary">Save Plant</button> <a href="/" class="btn">Cancel</a></footer></form>
        """

    private static let flash = """
        <div id="flash-group" aria-live="polite">
        <div id="flash-error" role="alert" class="toast toast-top toast-end z-50">
          <div class="alert w-80 sm:w-96 max-w-80 sm:max-w-96 text-wrap alert-error">
            <span class="hero-exclamation-circle size-5 shrink-0"></span>
            <div><p class="font-semibold">Not saved</p><p>Something went wrong.</p></div><div class="flex-1"></div>
            <button type="button" class="group self-start cursor-pointer" aria-label="close">
              <span class="hero-x-mark size-5 opacity-40 group-hover:opacity-70"></span></button></div></div></div>
        """

    /// Phoenix 1.7.
    private static let olderFlash = """
        <div id="flash-info" role="alert" phx-click="lv:clear-flash"
          class="fixed top-2 right-2 mr-2 w-80 sm:w-96 z-50 rounded-lg p-3 ring-1 bg-emerald-50 text-emerald-800">
          <p class="flex items-center gap-1.5 text-sm font-semibold leading-6">
            <span class="hero-information-circle-mini h-4 w-4"></span> Success!</p>
          <p class="mt-2 text-sm leading-5">Plant saved</p>
          <button type="button" class="group absolute top-1 right-1 p-2" aria-label="close">
            <span class="hero-x-mark-solid h-5 w-5 opacity-40 group-hover:opacity-70"></span></button></div>
        """

    private static let olderModal = """
        <div id="m" class="relative z-50"><div class="bg-zinc-50/90 fixed inset-0 transition-opacity"></div>
          <div class="fixed inset-0 overflow-y-auto" role="dialog" aria-modal="true">
            <div class="flex min-h-full items-center justify-center"><div class="w-full max-w-3xl p-4 sm:p-6 lg:py-8">
              <div class="shadow-zinc-700/10 ring-zinc-700/10 relative rounded-2xl bg-white p-14 shadow-lg ring-1 transition">
                <div class="absolute top-6 right-5">
                  <button type="button" class="-m-3 flex-none p-3 opacity-20 hover:opacity-40" aria-label="close">
                    <span class="hero-x-mark-solid h-5 w-5"></span></button></div>
                <div><header><div><h1 class="text-lg font-semibold leading-8 text-zinc-800">New plant</h1></div>
                  </header>
                  <form><div class="mt-10 space-y-8 bg-white"><div phx-feedback-for="n">
                    <label class="block text-sm font-semibold leading-6 text-zinc-800">Name</label>
                    <input type="text" class="mt-2 block w-full rounded-lg text-zinc-900 focus:ring-0 sm:text-sm">
                    <p class="mt-3 flex gap-3 text-sm leading-6 text-rose-600 phx-no-feedback:hidden">
                      <span class="hero-exclamation-circle-mini mt-0.5 h-5 w-5 flex-none"></span> is needed</p></div>
                    <div class="mt-2 flex items-center justify-between gap-6"><button
                      class="phx-submit-loading:opacity-75 rounded-lg bg-zinc-900 py-2 px-3 text-white">Save</button></div>
                  </div></form></div></div></div></div></div></div>
        """

    private static let olderTable = """
        <div class="overflow-y-auto px-4 sm:overflow-visible sm:px-0"><table class="w-[40rem] mt-11 sm:w-full">
          <thead class="text-sm text-left leading-6 text-zinc-500"><tr><th class="p-0 pb-4 pr-6 font-normal">Name</th>
            <th class="p-0 pb-4 pr-6 font-normal">Light</th><th class="relative p-0 pb-4"><span class="sr-only">Actions</span></th>
          </tr></thead>
          <tbody class="relative divide-y divide-zinc-100 border-t border-zinc-200 text-sm leading-6 text-zinc-700">
          <tr class="group hover:bg-zinc-50"><td class="relative p-0 hover:cursor-pointer"><div class="block py-4 pr-6">
            <span class="absolute -inset-y-px right-0 -left-4 group-hover:bg-zinc-50 sm:rounded-l-xl"></span>
            <span class="relative font-semibold text-zinc-900">Fern</span></div></td>
            <td class="relative p-0"><div class="block py-4 pr-6"><span class="relative">shade</span></div></td>
            <td class="relative w-14 p-0"><div class="relative whitespace-nowrap py-4 text-right text-sm font-medium">
              <span class="absolute -inset-y-px -right-4 left-0 group-hover:bg-zinc-50 sm:rounded-r-xl"></span>
              <span class="relative ml-4 font-semibold leading-6"><a href="/1">Edit</a></span></div></td></tr>
          </tbody></table></div>
        <div class="mt-14"><dl class="-my-4 divide-y divide-zinc-100"><div class="flex gap-4 py-4 text-sm leading-6 sm:gap-8">
          <dt class="w-1/4 flex-none text-zinc-500">Name</dt><dd class="text-zinc-700">Fern</dd></div></dl></div>
        <div class="mt-16"><a href="/" class="text-sm font-semibold"><span class="hero-arrow-left-solid h-3 w-3"></span>
          Back to plants</a></div>
        """

    @Test(arguments: [
        (
            header,
            """
            Listing plants
            ══════════════                                     New plant

            All that grows here
            """
        ),
        (
            table,
            """
            Name  Light
            ─────────────────────────
            Fern  shade  Edit  Delete
            Sage  sun    Edit  Delete
            """
        ),
        (
            list,
            """
               Name
               Fern
               Light
               shade
            """
        ),
        (
            form,
            """
            Name
            [                                                          ]
            is needed

            Notes
            ╭──────────────────────────────────────────────────────────╮
            │dry                                                       │
            │                                                          │
            ╰──────────────────────────────────────────────────────────╯
            Light
            [shade                                                    ▾]
            [ ] Indoors
            [ Save Plant ] Cancel
            """
        ),
        (
            flash,
            """
            ╭─ ✗ error ────────────────────────────────────────────────╮
            │ Not saved                      [ close ]                 │
            │                                                          │
            │ Something went wrong.                                    │
            ╰──────────────────────────────────────────────────────────╯
            """
        ),
        (
            olderFlash,
            """
            ╭─ i info ─────────────────────────────╮
            │                            [ close ] │
            │ Success!                             │
            │                                      │
            │ Plant saved                          │
            │                                      │
            ╰──────────────────────────────────────╯
            """
        ),
        (
            olderModal,
            """
                       ╭────────────────────────────────────╮
                       │                                    │
                       │                                    │
                       │       New plant                    │
                       │       ═════════     [ close ]      │
                       │                                    │
                       │       Name                         │
                       │       [                    ]       │
                       │                                    │
                       │       is needed                    │
                       │                                    │
                       │        [ Save ]                    │
                       │                                    │
                       │                                    │
                       ╰────────────────────────────────────╯
            """
        ),
        (
            olderTable,
            """
              Name              Light

              ────────────────────────────────────────────────────────

              Fern              shade                             Edit



            Name                 Fern


            Back to plants
            """
        ),
    ])
    func `components look as they do on paper`(html: String, expected: String) {
        #expect(Picture(html, columns: 60).text == expected)
    }
}
