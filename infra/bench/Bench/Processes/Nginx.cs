using System.Globalization;

namespace AutoPortal.Bench.Processes;

/// <summary>nginx serving one folder on loopback.</summary>
internal static class Nginx
{
    public static async Task<RunningProgram> StartAsync(string folder, int port, CancellationToken ct)
    {
        var settings = Path.Combine(folder, "nginx.conf");
        await File.WriteAllTextAsync(settings, string.Create(CultureInfo.InvariantCulture, $$"""
            daemon off;
            worker_processes 2;
            pid {{folder}}/nginx.pid;
            error_log stderr warn;
            events { worker_connections 1024; }
            http {
                access_log off;
                sendfile on;
                tcp_nopush on;
                keepalive_requests 100000000;
                open_file_cache max=100;
                client_body_temp_path {{folder}}/body;
                proxy_temp_path {{folder}}/proxy;
                fastcgi_temp_path {{folder}}/fastcgi;
                scgi_temp_path {{folder}}/scgi;
                uwsgi_temp_path {{folder}}/uwsgi;
                types { text/html html; }
                charset utf-8;
                server { listen 127.0.0.1:{{port}}; root {{folder}}; }
            }
            """), ct);
        return RunningProgram.Start("nginx", ["-c", settings, "-e", "stderr"]);
    }
}
