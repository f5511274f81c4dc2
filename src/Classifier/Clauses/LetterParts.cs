using System.Text.RegularExpressions;
using Classifier.Layout;

namespace Classifier.Clauses;

/// <summary>The parts of a letter that say nothing of policy: the address and salutation before its text, the signature after it.</summary>
internal static partial class LetterParts
{
    // An address has a dozen lines at most; a salutation further down opens a letter that is quoted.
    private const int AddressLines = 20;

    /// <summary>Index of the salutation ("Dear Minister,"), or -1.</summary>
    public static int Salutation(IReadOnlyList<Paragraph> paragraphs)
    {
        for (int i = 0; i < paragraphs.Count && i < AddressLines; i++)
        {
            string text = paragraphs[i].Text.Proposed();
            if (text.Length > 200 && Characters.EndsSentence(text)) return -1;
            if (text.Length < 100 && SalutationLine().IsMatch(text)) return i;
        }
        return -1;
    }

    /// <summary>Indices of the paragraphs of the signature: the complimentary close and the short lines after it.</summary>
    public static IReadOnlySet<int> Signature(IReadOnlyList<Paragraph> paragraphs)
    {
        HashSet<int> signature = [];
        for (int i = 0; i < paragraphs.Count; i++)
        {
            if (paragraphs[i].Kind != RegionKind.Body || !Close().IsMatch(paragraphs[i].Text.Text) || paragraphs[i].Text.Text.Length > 120) continue;
            signature.Add(i);
            for (int next = i + 1; next < paragraphs.Count; next++)
            {
                Paragraph line = paragraphs[next];
                if (line.Kind == RegionKind.Footnote) continue;
                string text = line.Text.Text;
                if (line.Kind != RegionKind.Body || text.Length > 120 || (text.Length > 60 && text.EndsWith('.')) || HeadingReader.LabelRank(text) is not null || IsNumbered(text)) break;
                signature.Add(next);
            }
        }
        return signature;
    }

    // "A. Reader" signs; "1. The first annex" does not.
    private static bool IsNumbered(string text) => NumberPattern.Read(text) is { } number && !NumberPattern.IsTitleOrdinal(text[..number.Length]);

    [GeneratedRegex(@"^(?:Dear|To whom it may concern|Your Excellenc|Excellenc|Madame|Monsieur|Mesdames|Estimad[ao]|Distinguid[ao]|Уважаем)\b[^.;]*[,:]?$", RegexOptions.IgnoreCase)]
    private static partial Regex SalutationLine();

    [GeneratedRegex(@"^(?:Yours (?:sincerely|faithfully|truly)|Sincerely(?: yours)?|Respectfully(?: submitted| yours)?|(?:Kind|Best|Warm) regards|Veuillez agréer|Je vous prie|Atentamente|С уважением)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Close();
}
