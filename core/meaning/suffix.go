package meaning

import "s3cors/core"

// Domains under which anyone can have a host: public suffixes (Public Suffix List), those of platforms that are in wide use, and
// countries' suffixes of two labels. "*." stands for any one label.
const publicSuffixes = " github.io gitlab.io bitbucket.io vercel.app vercel.dev now.sh netlify.app pages.dev workers.dev r2.dev trycloudflare.com " +
	"web.app firebaseapp.com appspot.com run.app *.run.app cloudfunctions.net googleapis.com translate.goog herokuapp.com onrender.com fly.dev up.railway.app " +
	"amazonaws.com cloudfront.net amplifyapp.com elasticbeanstalk.com *.elasticbeanstalk.com awsapprunner.com *.awsapprunner.com " +
	"azurewebsites.net azurestaticapps.net cloudapp.net azureedge.net azurefd.net azure-api.net " +
	"digitaloceanspaces.com *.digitaloceanspaces.com ondigitalocean.app linodeobjects.com *.linodeobjects.com supabase.co deno.dev deno.net hf.space streamlit.app pythonanywhere.com " +
	"ngrok.io ngrok.app ngrok.dev ngrok-free.app ngrok-free.dev repl.co replit.app replit.dev csb.app lovable.app bolt.host base44.app expo.app " +
	"blogspot.com myshopify.com wixsite.com webflow.io framer.app framer.website readthedocs.io gitbook.io notion.site figma.site zeabur.app duckdns.org " +
	"blob.core.windows.net storage.googleapis.com surge.sh glitch.me github.dev app.github.dev gitpod.io *.gitpod.io stackblitz.io " +
	"co.uk org.uk ac.uk me.uk com.au net.au org.au com.br net.br com.cn com.mx com.tr com.tw com.hk com.sg com.my com.ar com.co com.ua com.pl com.sa " +
	"com.ng com.pe com.ph com.pk com.vn co.jp ne.jp or.jp ac.jp co.kr or.kr co.in net.in org.in co.nz org.nz co.za org.za co.id co.il co.th co.ke edu.au gov.uk "

// ownSuffixes are top-level labels that nobody can register a name under (RFC 6761, RFC 6762; ICANN's board resolution of 2024 on .internal), and
// those that networks of one's own use.
const ownSuffixes = " localhost local test example invalid internal lan home corp intranet localdomain "

// isShared says whether anyone can have a host under a domain: a public suffix, or one that holds public suffixes only.
func isShared(domain string) bool {
	_, above, dotted := core.Cut(domain, '.')
	if !dotted {
		return domain != "" && !listedIn(ownSuffixes, domain) && domain[len(domain)-1]-'a' < 26
	}
	return listedIn(publicSuffixes, domain) || listedIn(publicSuffixes, "*."+above) || core.HasSuffix(domain, ".amazonaws.com")
}

//go:noinline
func listedIn(list, word string) bool { return core.IndexText(list, " "+word+" ") >= 0 }
