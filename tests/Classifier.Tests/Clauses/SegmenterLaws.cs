using Classifier.Clauses;
using Classifier.Layout;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Classifier.Tests.Clauses;

/// <summary>What holds for every document, however it is set.</summary>
[Properties(Arbitrary = [typeof(SegmenterLaws)], MaxTest = 300)]
public sealed class SegmenterLaws
{
    private static readonly string[] Pieces =
    [
        "The operator", "shall keep", "[-shall-][+should+]", "[+, where possible+]", "[-every-] day", "a list", "of cells;", "of networks.", "(a)", "1.", "32.1 ", "\"user\" means",
        "  ", "considering", "resolves", "MOD  ARV/27/2", "ADD  MVN/3/1", "Reasons: We ask so.", "*Bold words*", "<ARTICLE 5>", "---", "note:1 See there.", "word^1", "tele-", "communi\u00AD",
        "Original: English", "9 March 2027", "Document 27-E", "Dear Sir,", "Yours faithfully,", "العربية", "中文", "•", "12 345", "\uFB01nd",
    ];

    public static Arbitrary<string[]> Lines() =>
        Gen.Elements(Pieces).ListOf().Select(pieces => string.Join(' ', pieces.Take(6)).Trim()).Where(line => line is "" or "---" || line.Any(char.IsLetterOrDigit)).Select(Whole).ArrayOf().ToArbitrary();

    [Property]
    public bool Spans_AreOrderedAndDisjoint_AndHoldTheirText(string[] lines)
    {
        ProposalDocument document = TypedDocument.Segment(lines);
        int end = 0;
        foreach (Clause clause in document.Clauses)
        {
            if (clause.Start < end || document.Text.Substring(clause.Start, clause.Length) != clause.Text) return false;
            end = clause.Start + clause.Length;
        }
        return true;
    }

    [Property]
    public bool EveryLetter_IsInExactlyOneClause_OrSetAside(string[] lines)
    {
        LaidOutDocument laidOut = TypedDocument.LayOut(lines);
        ProposalDocument document = new ClauseSegmenter().Segment("id", laidOut);
        // Struck numbers and note marks are the two things that are printed and not kept; the generator strikes no numbers. A number printed in an
        // action line is kept twice, in that line and with its clause; the generator's has no letter.
        string printed = Letters(laidOut.Regions.SelectMany(region => region.Lines).SelectMany(line => line.Words).Select(word => word.Text));
        string kept = Letters(document.Clauses.SelectMany(clause => new[] { clause.Number, clause.Text, clause.DeletedText }).Concat(document.SetAside.Select(text => text.Text)));
        return printed == kept;
    }

    [Property]
    public bool Ids_AreDistinct_AndTheSameOnEveryRun(string[] lines)
    {
        string[] ids = [.. TypedDocument.Segment(lines).Clauses.Select(clause => clause.Id)];
        return ids.Distinct().Count() == ids.Length && ids.All(id => id.Length == 16) && ids.SequenceEqual(TypedDocument.Segment(lines).Clauses.Select(clause => clause.Id));
    }

    [Property]
    public bool Texts_HaveSingleBlanks(string[] lines) =>
        TypedDocument.Segment(lines).Clauses.All(clause => clause.Text == clause.Text.Trim() && !clause.Text.Contains("  ", StringComparison.Ordinal));

    // Letters only, as a sorted bag: numbers are parted from text, hyphens mended, and notes stand elsewhere than printed.
    private static string Letters(IEnumerable<string> texts) => new([.. texts.SelectMany(text => text.Replace("\uFB01", "fi", StringComparison.Ordinal)).Where(char.IsLetter).Order()]);

    // A page break, a note or a centred line is a line of its own.
    private static string Whole(string line) => line.Contains("---", StringComparison.Ordinal) ? "---" : line;
}
