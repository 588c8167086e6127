(function(){var e=document.getElementById('validity');if(!e)return;var d=e.dataset,t=new Date(Date.now()+288e5).toISOString().slice(0,10),s=d.stated,v=s;
if(s==='废止'&&!d.invalidated||d.invalidated&&t>=d.invalidated)v='废止';else if(s==='失效'||d.expires&&t>d.expires)v='失效';else if(d.effective&&t<d.effective)v='尚未施行';else if(s==='废止'||s==='未标注'&&(d.effective||d.expires||d.invalidated))v='有效';
e.textContent=v;var o=document.getElementById('over');if(o){var over=v==='废止'||v==='失效';o.hidden=!over;var w=document.getElementById('overword');if(w&&over)w.textContent=v}})();
