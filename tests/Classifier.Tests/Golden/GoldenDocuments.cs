namespace Classifier.Tests.Golden;

/// <summary>Small documents of our own, each about one difficulty of the printed page.</summary>
internal static class GoldenDocuments
{
    private const double Left = 72, Pitch = 15, Tab = 24;

    public static IReadOnlyDictionary<string, Func<TypedPdf>> All { get; } = new Dictionary<string, Func<TypedPdf>>
    {
        ["footnotes"] = Footnotes,
        ["hyphens"] = Hyphens,
        ["page-break"] = PageBreak,
        ["long-table"] = LongTable,
    };

    /// <summary>Two notes at the foot, one of two lines; the figures in the text that are no marks stay.</summary>
    private static TypedPdf Footnotes()
    {
        TypedPdf pdf = new TypedPdf().Print(Left, 80, "Remarks on the Harbour Networks Order", size: 16, isBold: true);
        Lines(pdf, 130,
            "1.  The Order obliges every operator to keep the records of connections for 24 months",
            "and to open them to the inspectorate. We ask that a judge decide in each case.");
        pdf.Print(Left + 408, 141, "1", size: 7);
        Lines(pdf, 175,
            "2.  Operators of community networks should be free to choose their own equipment.",
            "The rules of 2019 have served well.");
        pdf.Print(Left + 200, 186, "2", size: 7);
        pdf.Rule(Left, 730, Left + 144, 730);
        pdf.Print(Left, 741, "1", size: 6).Print(Left + 5, 744, "Harbour Court, Case 14 of 2027, in which the records of one ferry company were", size: 9);
        pdf.Print(Left, 755, "destroyed after three months.", size: 9);
        pdf.Print(Left, 767, "2", size: 6).Print(Left + 5, 770, "See the report of the Harbour Board, page 12.", size: 9);
        return pdf;
    }

    /// <summary>Broken words are mended, compounds keep their hyphen.</summary>
    private static TypedPdf Hyphens()
    {
        TypedPdf pdf = new TypedPdf().Print(Left, 80, "Resolution on Open Exchange Points", size: 16, isBold: true);
        Lines(pdf, 120, "The Assembly of Harbour Towns,");
        Lines(pdf, 145, "considering");
        Lines(pdf, 170,
            "a)  that cross-border traffic between the towns has doubled and that the telecommu-",
            "nication networks of the coast were built by many hands;");
        Lines(pdf, 210,
            "b)  that the exchange of cross-",
            "border traffic needs no permission,");
        Lines(pdf, 250, "resolves");
        Lines(pdf, 275,
            "1  that exchange points shall be open to every operator, university and self-",
            "governing community on equal terms;");
        Lines(pdf, 315,
            "2  that the Secretary shall publish the terms in all lan-",
            "guages of the Assembly.");
        return pdf;
    }

    /// <summary>A paragraph and a list that run over the page's end, between feet and heads.</summary>
    private static TypedPdf PageBreak()
    {
        TypedPdf pdf = new TypedPdf().Print(Left, 80, "Harbour Networks Bill", size: 16, isBold: true);
        Lines(pdf, 110, "BE IT ENACTED by the Council of Harbour Towns as follows:");
        pdf.Print(Left, 140, "1.  Short title", size: 11, isBold: true);
        Lines(pdf, 165, "(1) This Act is the Harbour Networks Act.");
        pdf.Print(Left, 195, "2.  Continuity of service", size: 11, isBold: true);
        for (int i = 0; i < 14; i++)
        {
            Lines(pdf, 220 + 36 * i,
                $"({i + 1}) The Harbour Board may give directions on the matters named in Schedule {i + 1}, and an",
                "operator shall follow them within the time that they set.");
        }
        Lines(pdf, 740,
            "(15) No person shall order the general suspension of a public network in any part of the",
            "harbour, save that an operator may interrupt its own service for so long as work on its");
        pdf.Print(290, 810, "1", size: 10).NewPage().Print(Left, 40, "Harbour Networks Bill", size: 9);
        Lines(pdf, 80,
            "cables requires, after telling its customers (a) the day and the hour, and (b) the streets",
            "concerned.");
        Lines(pdf, 120, "(16) This section does not limit the powers of the fire brigade.");
        pdf.Print(290, 810, "2", size: 10).NewPage().Print(Left, 40, "Harbour Networks Bill", size: 9);
        pdf.Print(Left, 80, "3.  Commencement", size: 11, isBold: true);
        Lines(pdf, 110, "(1) This Act comes into operation on 1 March 2033.");
        return pdf.Print(290, 810, "3", size: 10);
    }

    /// <summary>A comparison by row, whose head row is printed again on the second page.</summary>
    private static TypedPdf LongTable()
    {
        TypedPdf pdf = new TypedPdf().Print(Left, 80, "Harbour Charter: text and proposals", size: 16, isBold: true);
        Lines(pdf, 110, "The left column holds the text in force, the right column the text as proposed.");
        string[][] rows =
        [
            ["Current text", "Proposed text"],
            ["1. Operators may choose their routes as", "they see fit and need not announce them.", "1. Operators shall follow those routes that", "the Board sets at its meeting in spring."],
            ["2. Messages shall be confidential, save for", "orders that a court makes in one case.", "2. Messages may be read by any officer to", "whom the Board gives leave in writing."],
            ["3. The Board meets in public, and anyone", "may speak who has asked for the floor.", "3. The Board meets in private, and only its", "members may speak."],
            ["4. Anyone may offer a public service who", "can show that its calls will be carried.", "4. No person shall offer a public service in", "the harbour without a licence."],
        ];
        Table(pdf, 620, rows[0], rows[1], rows[2]);
        pdf.NewPage();
        Table(pdf, 72, rows[0], rows[3], rows[4]);
        return pdf;
    }

    private static void Table(TypedPdf pdf, double top, params string[][] rows)
    {
        const double width = 220, padding = 6, size = 10;
        double y = top;
        foreach (string[] row in rows)
        {
            int lines = row.Length / 2;
            for (int i = 0; i < row.Length; i++) pdf.Print(Left + padding + i / lines * width, y + Pitch * (i % lines + 1), row[i], size, isBold: lines == 1);
            pdf.Rule(Left, y, Left + 2 * width, y);
            double bottom = y + Pitch * lines + padding;
            for (int column = 0; column <= 2; column++) pdf.Rule(Left + column * width, y, Left + column * width, bottom);
            y = bottom;
        }
        pdf.Rule(Left, y, Left + 2 * width, y);
    }

    private static void Lines(TypedPdf pdf, double baseline, params string[] lines)
    {
        // A number is set apart from its text, and later lines stand under the text.
        int tab = lines[0].IndexOf("  ", StringComparison.Ordinal);
        if (tab > 0) pdf.Print(Left, baseline, lines[0][..tab], size: 11);
        for (int i = 0; i < lines.Length; i++)
            pdf.Print(tab > 0 ? Left + Tab : Left, baseline + Pitch * i, i == 0 && tab > 0 ? lines[i][(tab + 2)..] : lines[i], size: 11);
    }
}
