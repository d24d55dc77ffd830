using AutoPortal.Web.Verbs;

return await CommandLine.RunAsync(args);
