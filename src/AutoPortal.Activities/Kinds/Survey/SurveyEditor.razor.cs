using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace AutoPortal.Activities.Kinds.Survey;

/// <summary>Edits the questions of a survey as rows.</summary>
public sealed partial class SurveyEditor
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private string Kept => JsonSerializer.Serialize(Own.Questions, Json);

    // It comes from the browser: what cannot be read leaves the rows as they are.
    private void BringBack(string kept)
    {
        try
        {
            if (JsonSerializer.Deserialize<List<SurveyQuestion>>(kept, Json) is { Count: > 0 and <= SurveyKind.MostQuestions } questions && questions.TrueForAll(IsWhole))
            {
                Own.Questions = questions;
            }
        }
        catch (JsonException)
        {
            return;
        }
    }

    private static bool IsWhole(SurveyQuestion? question)
        => question is { Id.Length: > 0, Words: not null, Choices: not null, AfterChoices: not null } && question.Choices.TrueForAll(c => c is { Id.Length: > 0, Words: not null });
}
