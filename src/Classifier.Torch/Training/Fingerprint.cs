using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Classifier.Torch.Training;

/// <summary>Tells one training from another.</summary>
internal static class Fingerprint
{
    /// <summary>A hash over options and everything else that the result depends on.</summary>
    /// <param name="options">A record of plain values.</param>
    /// <param name="parts">Hashes or names of the rest.</param>
    public static string Of<T>(T options, params IEnumerable<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', [JsonSerializer.Serialize(options), .. parts]))));
}
