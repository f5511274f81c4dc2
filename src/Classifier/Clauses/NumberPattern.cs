using System.Text.RegularExpressions;

namespace Classifier.Clauses;

/// <summary>How a number is printed; from this follows how much corroboration it needs.</summary>
internal enum NumberForm
{
    /// <summary>No punctuation ("31A", "CS 1012", "1"): also how a quantity or a year may look.</summary>
    Bare,

    /// <summary>"1.", "5.2bis", "1.1", "IV.".</summary>
    Dotted,

    /// <summary>"(a)", "a)", "(1)", "iv)".</summary>
    Bracketed,

    /// <summary>"Article 5.", "Section 3", "§ 7".</summary>
    Labelled,

    /// <summary>A dot or dash that stands for a number.</summary>
    Bullet,
}

/// <summary>A number at the opening of a text.</summary>
/// <param name="Form">How it is printed.</param>
/// <param name="Length">Characters of the text that belong to it.</param>
internal readonly record struct OpeningNumber(NumberForm Form, int Length);

/// <summary>Recognises the numbers by which treaties, bills, resolutions and submissions are cited.</summary>
internal static partial class NumberPattern
{
    // Letters of a number with their bracket, as Bracketed has them: "xviii)" and one more.
    private const int LongestLetters = 7;

    /// <summary>The number at the opening of <paramref name="text"/>, or null.</summary>
    public static OpeningNumber? Read(string text)
    {
        // Most text opens with a small letter, which is a number only where a bracket closes soon: "iv)".
        if (text.Length > 0 && char.IsAsciiLetterLower(text[0]) && !text.AsSpan(0, Math.Min(text.Length, LongestLetters)).Contains(')')) return null;
        if (Labelled().Match(text) is { Success: true } labelled) return new OpeningNumber(NumberForm.Labelled, labelled.Length);
        if (Bracketed().Match(text) is { Success: true } bracketed) return new OpeningNumber(NumberForm.Bracketed, bracketed.Length);
        if (Bullet().Match(text) is { Success: true } bullet) return new OpeningNumber(NumberForm.Bullet, bullet.Length);
        if (Dotted().Match(text) is { Success: true } dotted) return new OpeningNumber(NumberForm.Dotted, dotted.Length);
        if (Bare().Match(text) is { Success: true } bare) return new OpeningNumber(NumberForm.Bare, bare.Length);
        return null;
    }

    /// <summary>True for an ordinal in Roman numerals or a single capital with its full stop ("IV.", "B."): part of a section's title, which nobody cites as a provision.</summary>
    public static bool IsTitleOrdinal(string number) => TitleOrdinal().IsMatch(number);

    // "15 February 2027" and "65 per cent" open with a day and a quantity.
    private const string Counted = @"(?!\s(?:January|February|March|April|May|June|July|August|September|October|November|December|per\s?cent|percent|%)(?:\s|$|[,.;]))";

    // Latin ordinals are how amendments keep numbers stable ("5.2bis"); \b keeps "1 biscuit" out.
    private const string Ordinal = "(?:bis|ter|quater|quinquies|sexies|septies|octies)";

    [GeneratedRegex(@"^(?:\(\d{1,3}[A-Za-z]?\)|\([a-zA-Z]{1,2}\)|\([ivxlcIVXLC]{1,6}\)|\d{1,3}[A-Za-z]?\)|[a-zA-Z]{1,2}\)|[ivxlc]{1,6}\)|（[一二三四五六七八九十\d]{1,3}）|\([а-яё]\)|[а-яё]\)|\(?[\u0621-\u064A]\))(?=\s|$|\p{IsCJKUnifiedIdeographs})")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"^(?:(?:\d{1,3}\.){1,4}\d{0,3}" + Ordinal + @"?[A-Z]?\.?|\d{1,3}" + Ordinal + @"?[A-Z]?\.|[IVXLC]{1,6}\.|[A-Z]\.|[一二三四五六七八九十]{1,3}、|\d{1,3}、)(?=\s|$|\p{IsCJKUnifiedIdeographs})")]
    private static partial Regex Dotted();

    [GeneratedRegex(@"^(?:(?:CS|CV|PP|GR|RR|ITR|No\.|N°|№)\s?\d{1,4}|\d{1,4})[A-Z]{0,2}(?:" + Ordinal + @"[A-Z]?)?(?=\s|$)" + Counted)]
    private static partial Regex Bare();

    // "Clause 12 obliges every operator" begins with its subject, not with its number.
    [GeneratedRegex(@"^(?:(?:Article|ARTICLE|Art\.|Section|SECTION|Sec\.|Clause|Rule|Regulation|Paragraph|Artículo|ARTÍCULO|Статья|СТАТЬЯ|Artikel|Artigo|المادة|مادة)\s(?:\d{1,4}[A-Z]?" + Ordinal + @"?|[IVXLC]{1,6}|premier)(?:\s?[.:–—-]|(?=\s+[\p{Lu}\p{Lo}""“«(\[]|$))|§+\s?\d{1,4}[a-z]?\.?|第[一二三四五六七八九十百\d]{1,5}条)(?=\s|$|\p{IsCJKUnifiedIdeographs})")]
    private static partial Regex Labelled();

    [GeneratedRegex(@"^[•·●○▪■◦‣∙–—\u2010\u2011\uF0B7\uF0A7*-](?=\s)")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^(?:[IVXLC]{1,6}|[A-Z])\.$")]
    private static partial Regex TitleOrdinal();
}
